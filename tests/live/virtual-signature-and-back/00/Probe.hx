class Probe { public static function p(o:C2):String return ""+o.f1+o.m0(); }
