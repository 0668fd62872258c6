// expect: a b c d a
// expect: [0,1,10,11]
// expect: 1
// expect: 1 2
// expect: bar!
// expect: true
// expect: q
// expect: 7
// expect: true
// expect: true true
// expect: x
// expect: 11
enum abstract E1(Int) {
    var A;
    var B;
    var C = 10;
    var D;
    public inline function next():E1 return cast this + 1;
    public static var all = [A, B, C, D];
    @:op(A < B) static function lt(a:E1, b:E1):Bool;
}

enum abstract E2(String) to String {
    var Foo;
    var Bar = "bar!";
    @:from static function fromS(s:String):E2 return s == "Foo" ? Foo : Bar;
}

enum abstract E3(Bool) {
    var T = true;
    var F = false;
}

enum abstract E4(Float) from Float to Float {
    var X = 1.5;
    var Y = 2.5;
}

@:enum abstract E5(Int) from Int {
    var P = 1;
    var Q = 2;
    static inline var Z = 7;
    public static function z() return Z;
}

enum abstract E6(Null<Int>) {
    var N = null;
    var O = 1;
}

class EnumAbstractKinds {
    static function n(e:E1) return switch (e) {
        case A:
            "a";
        case B:
            "b";
        case C:
            "c";
        case D:
            "d";
    };
    static function m(e:E2) return switch e {
        case Foo:
            1;
        case Bar:
            2;
    };
    static function main() {
        Sys.println(Std.string(n(A)) + " " + Std.string(n(B)) + " " + Std.string(n(C)) + " " + Std.string(n(D)) + " " + Std.string(n(E1.A)));
        Sys.println(E1.all);
        Sys.println((A : E1).next());
        Sys.println(Std.string(m(Foo)) + " " + Std.string(m("zz")));
        var s:String = Bar;
        Sys.println(s);
        Sys.println(E3.T);
        var q:E5 = 2;
        Sys.println(switch q {
            case P:
                "p";
            case Q:
                "q";
            case _:
                "?";
        });
        Sys.println(E5.z());
        Sys.println(E1.A < E1.B);
        var x:E1 = C;
        Sys.println(Std.string(x == C) + " " + Std.string(x != D));
        var map = [A => "x", B => "y"];
        Sys.println(map[A]);
        Sys.println(cast(E1.D, Int));
    }
}
