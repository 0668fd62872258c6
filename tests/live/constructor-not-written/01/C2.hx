class C2 extends C0 { public var f1="x"; public var f2=7.5; public var f3=[6];  }
class Probe { public static function p(o:C2):String return ""+o.f1+o.f2+o.f3+o.m0(); }
