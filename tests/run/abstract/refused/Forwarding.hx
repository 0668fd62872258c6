// expect error: 24: Some has no field f
// expect error: 25: Abstract<Stat1> has no field sv
// expect error: 26: Some has no field g
// expect error: 27: Some does not have a constructor
class C {
    public function new() {}
    public var v = 1;
    public function f() return "f" + v;
    public function g() return "g";
    public static function st() return "st";
    public static var sv = 5;
}

@:forward(v) abstract Some(C) from C {
}

@:forwardStatics(st) abstract Stat1(C) {
}

class Forwarding {
    static function main() {
        var s:Some = new C();
        s.v = 1;
        s.f();
        Stat1.sv;
        s.g;
        new Some();
    }
}
