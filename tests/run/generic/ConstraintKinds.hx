// expect: 3
// expect: 4
// expect: 2
// expect: 3.5
// expect: 1
// expect: {a: 1, b: x} {a: s, b: 2.5}
interface I {
    function i():Int;
}

interface J {
    function j():Int;
}

class IJ implements I implements J {
    public function new() {}
    public function i() return 1;
    public function j() return 2;
}

class G<T:I & J> {
    var t:T;
    public function new(t) this.t = t;
    public function sum() return t.i() + t.j();
}

class ConstraintKinds {
    static function s<T:{x:Int}>(t:T) return t.x;
    static function cmp<T:I & J>(t:T) return t.i() * t.j();
    static function fl<T:Float>(t:T):Float return t + 1.5;
    static function main() {
        Sys.println(new G(new IJ()).sum());
        Sys.println(s({x: 4, y: 2}));
        Sys.println(cmp(new IJ()));
        Sys.println(fl(2));
        function loc<T:I>(t:T) return t.i();
        Sys.println(loc(new IJ()));
        function pair<A, B>(a:A, b:B) return {a: a, b: b};
        Sys.println(Std.string(pair(1, "x")) + " " + Std.string(pair("s", 2.5)));
    }
}
