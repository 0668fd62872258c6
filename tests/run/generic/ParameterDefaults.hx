// no oracle: defaults of type parameters are new in 4.3
// expect: 4
// expect: {a: q, x: [s]}
// expect: V(true)
// expect: q
// expect: 4
class B<T = Int> {
    public var v:T;
    public function new(v:T) this.v = v;
}

typedef TD<A = String, X = Array<A>> = {a:A, x:X};

enum En<T = Bool> {
    V(t:T);
}

abstract Ab<T = Int>(Array<T>) {
    public function new() this = [];
    public function p(t:T) this.push(t);
}

class Ch extends B {
}

class ParameterDefaults {
    static function f(b:B) return b.v + 1;
    static function main() {
        Sys.println(f(new B(3)));
        var t:TD = {a: "q", x: ["s"]};
        Sys.println(t);
        var t2:TD<Int> = {a: 1, x: [2]};
        var e:En = V(true);
        Sys.println(e);
        var b:B<String> = new B("q");
        Sys.println(b.v);
        new Ab().p(3);
        var b2:B = new B(4);
        Sys.println(new Ch(3).v + 1);
    }
}
