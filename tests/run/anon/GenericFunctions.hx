// expect: 4
// expect: 1
// expect: [q,q]
// expect: 5 [1]
// expect: zz
typedef Fn = {
    function f<T>(t:T):T;
    function g<A, B:{x:Int}>(a:A, b:B):Array<A>;
};

class K {
    public function new() {}
    public function f<X>(x:X):X return x;
    public function g<A, B:{x:Int}>(a:A, b:B):Array<A> return [for (i in 0 ... b.x) a];
}

class GenericFunctions {
    static function id<T>(t:T):T return t;
    static function rep<A, B:{x:Int}>(a:A, b:B):Array<A> return [a];
    static function main() {
        var o:Fn = new K();
        Sys.println(o.f(3) + 1);
        Sys.println(o.f("s").length);
        Sys.println(o.g("q", {x: 2}));
        var p:Fn = {f: id, g: rep};
        Sys.println(Std.string(p.f(4) + 1) + " " + Std.string(p.g(1, {x: 3})));
        var q:{
            function f<Z>(z:Z):Z;
        } = o;
        Sys.println(q.f("zz"));
    }
}
