// expect: 1.5 1
// expect: 3 q [3,3]
// expect: z
// expect: 5
// expect: 4
// expect: s4
// expect: [3]
// expect: [1,2,3]
// expect: 3
// expect: 1q
// expect: [1] [y,x]
class Pair<A, B> {
    public var a:A;
    public var b:B;
    public function new(a, b) {
        this.a = a;
        this.b = b;
    }
    public function map<C, D>(f:A -> C, g:B -> D):Pair<C, D> return new Pair(f(a), g(b));
    public static function of<X>(x:X) return new Pair(x, x);
    public function with<T:Pair<A, B>>(t:T) return t.a;
}

class IP extends Pair<Int, Int> {
    public function sum() return a + b;
}

class NP<T> extends Pair<T, Array<T>> {
    public function new(t:T) super(t, [t]);
    public function all() return b.concat([a]);
}

class Node<T:Node<T>> {
    public var kids:Array<T> = [];
    public function new() {}
    public function add(t:T):T {
        kids.push(t);
        return t;
    }
}

class MyN extends Node<MyN> {
    public var nm = "n";
}

interface Cmp<T> {
    function cmp(o:T):Int;
}

class Num implements Cmp<Num> {
    public var v:Int;
    public function new(v) this.v = v;
    public function cmp(o:Num) return v - o.v;
}

class Inference {
    static function max<T:Cmp<T>>(a:Array<T>):T {
        var m = a[0];
        for (x in a) if (x.cmp(m) > 0) m = x;
        return m;
    }
    static function mk<T>(c:Class<T>, args:Array<Dynamic>):T return Type.createInstance(c, args);
    static function compose<A, B, C>(f:A -> B, g:B -> C):A -> C return (a) -> g(f(a));
    static var gf:Int -> Array<Int> = Inference.wrap;
    static function wrap<T>(t:T):Array<T> return [t];
    static function flat<T>(a:Iterable<Iterable<T>>):Array<T> return [for (i in a) for (x in i) x];
    static function main() {
        var p = new Pair(1, "x").map((x) -> x * 1.5, (s) -> s.length);
        Sys.println(Std.string(p.a) + " " + Std.string(p.b));
        Sys.println(Std.string(new IP(1, 2).sum()) + " " + Std.string(Pair.of("q").b) + " " + Std.string(new NP(3).all()));
        var n = new MyN();
        n.add(new MyN()).nm = "z";
        Sys.println(n.kids[0].nm);
        Sys.println(max([new Num(1), new Num(5), new Num(2)]).v);
        Sys.println(mk(Num, [4]).v);
        Sys.println(compose((x) -> x + 1, (x) -> "s" + x)(3));
        Sys.println(gf(3));
        Sys.println(flat([[1], [2, 3]]));
        Sys.println(new Pair(1, 2).with(new IP(3, 4)));
        var lst:List<Pair<Int, String>> = new List();
        lst.add(new Pair(1, "q"));
        for (l in lst) Sys.println(l.a + l.b);
        function gen<T>(a:T, ?b:Array<T>):Array<T> return b == null ? [a] : b.concat([a]);
        Sys.println(Std.string(gen(1)) + " " + Std.string(gen("x", ["y"])));
    }
}
