class Main { static function main() { var n=0; while(true) { n++; Sys.println("t"+n+" "+down(6,"a")); } }
 static function down(k:Int, s:String):String { Sys.sleep(0.05); if(k==0) return s; var r=down(k-1,s); return r+k; } }
