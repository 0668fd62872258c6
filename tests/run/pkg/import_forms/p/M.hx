package p;

class M {
    public var v = 1;
    public function new() {}
    public static function stat() return "stat";
    public static function priv2() return 0;
}

class Second {
    public var v = 2;
    public function new() {}
}

class Third {
    public var v = 3;
    public function new() {}
}
