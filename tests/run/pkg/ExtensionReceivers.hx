// expect: 6 int str abab
// expect: 4
// expect: hi
// expect: 9 12
// expect: 3
// expect: [2,4]
// expect: 1
// expect: 2
// expect: X1
// expect: ExtensionReceivers
// expect: ab3
// expect: ab5
// expect: 6
// expect: a+b
// expect: qqq
// expect: true
// expect: 1
using ExtensionReceivers.IntX;
using ExtensionReceivers.StrX;
using Lambda;
using StringTools;
using ExtensionReceivers.NulX;
using ExtensionReceivers.AnyX;

class IntX {
    public static function dbl(i:Int) return i * 2;
    public static function who(i:Int) return "int";
}

class StrX {
    public static function who(s:String) return "str";
    public static function rep(s:String, n:Int) {
        var r = "";
        for (_ in 0 ... n) r += s;
        return r;
    }
}

class NulX {
    public static function orElse<T>(n:Null<T>, d:T):T return n == null ? d : n;
    public static function fcall<A>(f:Void -> A):A return f();
    public static function sx(o:{x:Int}) return o.x * 3;
    public static function arrSum(a:Array<Int>) {
        var s = 0;
        for (x in a) s += x;
        return s;
    }
}

class AnyX {
    public static function ident<T>(t:T):T return t;
    public static function each<T>(it:Iterable<T>, f:T -> Void) for (x in it) f(x);
    public static function nm<T:haxe.Constraints.FlatEnum>(e:T) return Std.string(e);
    public static function cls<T>(c:Class<T>) return Type.getClassName(c);
    public static function absx(e:Ab) return "ab" + e;
}

abstract Ab(Int) from Int to Int {
}

enum En {
    X1;
    Y1;
}

class ExtensionReceivers {
    static function hello() return "hi";
    static function main() {
        Sys.println(Std.string(3 .dbl()) + " " + Std.string(4 .who()) + " " + Std.string("s".who()) + " " + Std.string("ab".rep(2)));
        var n:Null<Int> = null;
        Sys.println(n.orElse(4));
        Sys.println(hello.fcall());
        Sys.println(Std.string({x: 3}.sx()) + " " + Std.string({x: 4, y: 5}.sx()));
        Sys.println([1, 2].arrSum());
        Sys.println([1, 2].map((x) -> x.dbl()).ident());
        [1, 2].each((x) -> Sys.println(x));
        Sys.println(X1.nm());
        Sys.println(ExtensionReceivers.cls());
        var a:Ab = 3;
        Sys.println(a.absx());
        Sys.println(5 .absx());
        Sys.println([1, 2, 3].fold((x, y) -> x + y, 0));
        Sys.println("a-b".replace("-", "+"));
        var f = "q".rep;
        Sys.println(f(3));
        Sys.println([3, 4].has(4));
        Sys.println(Math.abs(-1).ident());
    }
}
