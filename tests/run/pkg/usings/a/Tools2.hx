package a;

class Tools2 {
    public static function m2(p:Pt) return "m2";
    public static function amb(s:String) return "tools2";
    @:noUsing public static function nou(s:String) return "nou";
}
