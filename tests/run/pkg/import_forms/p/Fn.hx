package p;

class Fn {
    public static function fn() return "fn";
}
