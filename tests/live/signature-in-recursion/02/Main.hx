class Main { static function main() { var n=0; while(true) { n++; Sys.println("t"+n+" "+down(6,true,"b")); } }
 static function down(k:Float, q:Bool, s:String):String { Sys.sleep(0.05); if(k==0) return s+q; var r=down(k-1,!q,s); return r+k; } }

