// expect: 2 B 3 1
// expect: i s
// expect: 3 6 9 true
// expect: 0
// expect: 4
// expect: true
import haxe.Constraints;
import haxe.extern.EitherType;
import haxe.extern.Rest;

enum Fl {
    A;
    B;
}

enum NFl {
    C(x:Int);
}

class LibraryConstraints {
    static function fn<T:Function>(f:T) return Reflect.callMethod(null, f, [1]);
    static function fe<T:FlatEnum>(e:T) return Std.string(e);
    static function nv<T:NotVoid>(t:T) return t;
    static function im<K, V>(m:IMap<K, V>, k:K) return m.get(k);
    static function e(x:EitherType<Int, String>) return Std.isOfType(x, Int) ? "i" : "s";
    static function rest(a:Int, r:Rest<String>) return a + r.length;
    static function rest2(...r:Int) {
        var s = 0;
        for (x in r) s += x;
        return s;
    }
    static function e3(x:EitherType<Int, EitherType<String, Bool>>) return Std.string(x);
    static function ev(e:EnumValue) return Type.enumIndex(e);
    static function main() {
        Sys.println(Std.string(fn((x) -> x + 1)) + " " + Std.string(fe(B)) + " " + Std.string(nv(3)) + " " + Std.string(im(["a" => 1], "a")));
        Sys.println(Std.string(e(1)) + " " + Std.string(e("s")));
        Sys.println(Std.string(rest(1, "a", "b")) + " " + Std.string(rest2(1, 2, 3)) + " " + Std.string(rest2(...[4, 5])) + " " + Std.string(e3(true)));
        Sys.println(ev(C(1)));
        var ei:EitherType<Int, String> = 4;
        var i:Int = ei;
        Sys.println(i);
        var f:Function = main2;
        Sys.println(f != null);
    }
    static function main2() {}
}
