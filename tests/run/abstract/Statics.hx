// expect: 3 1 5 2
// expect: 10
// expect: 2 2
// expect: 6
// expect: 20
// expect: 21
// expect: 3
// expect: 46
// expect: 3
abstract A(Int) from Int {
    public static var count = 0;
    public static inline var K = 5;
    public static function make(i:Int):A {
        count++;
        return i;
    }
    public var v(get, never):Int;
    inline function get_v() return this;
    public static var sp(get, set):Int;
    static function get_sp() return count * 2;
    static function set_sp(x) return count = x;
    public static final arr:Array<A> = [1, 2];
    public var w(get, set):Int;
    function get_w() return this + 1;
    inline function set_w(x) {
        this = x;
        return x;
    }
    public inline function incr() this++;
    public inline function setTo(x) {
        this = x;
        return this;
    }
    public inline function self():A return abstract_();
    inline function abstract_():A return cast this;
    private static function priv() return 1;
    public static function callPriv() return priv();
}

class Statics {
    static function main() {
        Sys.println(Std.string(A.make(3).v) + " " + Std.string(A.count) + " " + Std.string(A.K) + " " + Std.string(A.sp));
        A.sp = 10;
        Sys.println(A.count);
        Sys.println(Std.string(A.arr.length) + " " + Std.string(A.arr[1].v));
        var a:A = 5;
        a.incr();
        Sys.println(a.v);
        a.setTo(20);
        Sys.println(a.v);
        Sys.println(a.w);
        a.w = 3;
        Sys.println(a.v);
        A.sp += 3;
        Sys.println(A.sp);
        var f = a.self;
        Sys.println(f().v);
    }
}
