// expect: i1
// expect: sx
// expect: 3
// expect: q
// expect: b
// expect: is
// expect: is
// expect: 8
// expect: int
// expect: float
// expect: P
// expect: Q
// expect: dyn
// expect: str
// expect: ii2
// expect: v5
// expect: 1
// expect: q
class O {
    public function new() {}
    public extern overload inline function f(i:Int):String return "i" + i;
    public extern overload inline function f(s:String):String return "s" + s;
    public extern overload static inline function g(a:Int, b:Int):Int return a + b;
    public extern overload static inline function g(a:String):String return a;
    public extern overload inline function h(x:Float) return "float";
    public extern overload inline function h(x:Int) return "int";
    public extern overload inline function p(x:P) return "P";
    public extern overload inline function p(x:Q) return "Q";
    public extern overload inline function d(x:Dynamic) return "dyn";
    public extern overload inline function d(x:String) return "str";
    public extern overload inline function c(f:Int -> Int) return "ii" + f(1);
    public extern overload inline function c(f:() -> Int) return "v" + f();
    public extern overload inline function e<T>(x:T, y:T):T return x;
    public extern overload inline function e<T>(x:Array<T>):T return x[0];
}

class P {
    public function new() {}
}

class Q extends P {
}

class Overloads {
    extern overload static inline function m(b:Bool) return "b";
    extern overload static inline function m(?i:Int, s:String) return "is";
    extern static inline function ei(x:Int) return x * 2;
    static function main() {
        var o = new O();
        Sys.println(o.f(1));
        Sys.println(o.f("x"));
        Sys.println(O.g(1, 2));
        Sys.println(O.g("q"));
        Sys.println(m(true));
        Sys.println(m("s"));
        Sys.println(m(3, "s"));
        Sys.println(ei(4));
        Sys.println(o.h(1));
        Sys.println(o.h(1.5));
        Sys.println(o.p(new P()));
        Sys.println(o.p(new Q()));
        Sys.println(o.d(3));
        Sys.println(o.d("s"));
        Sys.println(o.c((x) -> x + 1));
        Sys.println(o.c(() -> 5));
        Sys.println(o.e(1, 2));
        Sys.println(o.e(["q"]));
    }
}
