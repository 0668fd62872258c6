class Main {  static function main() { var n=0; var o=new A(); while(true) { n++; Sys.println("t"+n+" "+p(o)); Sys.sleep(0.01); } } static function p(x:A):String return x.m()+(x:I).im(4); }
