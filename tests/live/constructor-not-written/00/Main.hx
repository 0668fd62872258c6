import C2;
class Main { static var o:C2; static function main() { var n=0; o=new C2(); while(true) { n++; Sys.println("t"+n+" "+Probe.p(new C2())+" "+Probe.p(o)); Sys.sleep(0.01); } }  }
