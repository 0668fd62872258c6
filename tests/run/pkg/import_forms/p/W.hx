package p;

class W {
    public static function w() return "w";
    public static var wv = "wv";
}
