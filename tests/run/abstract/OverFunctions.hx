// expect: r
// expect: 5
// expect: 1 x 1.5
// expect: 3
// expect: 4
// expect: 3.5
// expect: 3
abstract Cb(Void -> Void) from Void -> Void {
    public inline function new(f) this = f;
    public inline function invoke() this();
    @:from static function fromI(f:Int -> Void):Cb return new Cb(function() f(5));
}

abstract Tup<A, B>({a:A, b:B}) {
    public inline function new(a, b) this = {a: a, b: b};
    public var fst(get, never):A;
    inline function get_fst() return this.a;
    public function swap():Tup<B, A> return new Tup(this.b, this.a);
    public function map<C>(f:A -> C):Tup<C, B> return new Tup(f(this.a), this.b);
}

abstract Lazy<T>(Void -> T) {
    inline function new(f) this = f;
    @:from static inline function ofF<T>(f:Void -> T):Lazy<T> return new Lazy(f);
    @:from static inline function ofC<T>(c:T):Lazy<T> return new Lazy(function() return c);
    @:to inline function get():T return this();
    public inline function g():T return this();
}

abstract Pos<T:Float>(T) from T {
    @:to inline function v():T return this;
}

abstract Rec(Array<Rec>) from Array<Rec> {
    public function depth():Int {
        var m = 0;
        for (r in this) {
            var d = r.depth();
            if (d > m) m = d;
        }
        return m + 1;
    }
}

class OverFunctions {
    static function run(c:Cb) c.invoke();
    static function lz(l:Lazy<Int>):Int return l;
    static function main() {
        run(function() Sys.println("r"));
        run(function(i:Int) Sys.println(i));
        var t = new Tup(1, "x");
        Sys.println(Std.string(t.fst) + " " + Std.string(t.swap().fst) + " " + Std.string(t.map((x) -> x + 0.5).fst));
        Sys.println(lz(3));
        Sys.println(lz(() -> 4));
        var p:Pos<Float> = 3.5;
        var f:Float = p;
        Sys.println(f);
        Sys.println(([[], [[]]] : Rec).depth());
    }
}
