package a;

class Tools {
    public static function v(e:Pt.Eith) return switch e {
        case Left(x):
            x;
        case Right(x):
            -x;
    };
    public static function amb(s:String) return "tools1";
}

class B {
    public static function fromB(s:String) return "B" + s;
}
