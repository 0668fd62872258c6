class C2 extends C0 { public var f1="x";   }
class Probe { public static function p(o:C2):String return ""+o.f1+o.m0(); }
