// expect: [1]
// expect: 1
// expect: true
// expect: 7
// expect: 3.5
// expect: a/1
class SpecialisedNumbers {
    @:generic static function mk<T>(t:T):Array<T> return [t];
    @:generic static function cmp<T:Float>(a:T, b:T):Bool return a < b;
    static function main() {
        Sys.println(mk(1));
        Sys.println(mk("s").length);
        Sys.println(cmp(1, 2));
        var b = new Bx<Int>(3);
        Sys.println(b.add(4));
        Sys.println(new Bx<Float>(1.5).add(2));
        Sys.println(Std.string(new Pr("a", 1)));
    }
}

@:generic class Bx<T:Float> {
    var v:T;
    public function new(v:T) this.v = v;
    public function add(o:T):T return v + o;
}

@:generic class Pr<A, B> {
    public var a:A;
    public var b:B;
    public function new(a:A, b:B) {
        this.a = a;
        this.b = b;
    }
    public function toString() return '${a}/${b}';
    public function swap():Pr<B, A> return new Pr(b, a);
}
