// expect: 2
// expect: 2
// expect: 1
// expect: 4
// expect: hi 5
// expect: [1]
// expect: A
// expect: Some(3)
// expect: Right([Left(3)])
typedef L<T> = {v:T, ?next:L<T>};

typedef F<A, B> = A -> B;

typedef M<V> = Map<String, V>;

typedef J = haxe.ds.Either<Int, Array<J>>;

typedef Self = {f:Self -> Int};

typedef C = TypedefKinds;

typedef G<T> = Array<T>;

typedef Fn = {
    function f<T>(t:T):T;
};

typedef S = String;

typedef E = haxe.ds.Option<Int>;

class TypedefKinds {
    public static var st = 5;
    public function new() {}
    public function hi() return "hi";
    static function main() {
        var l:L<Int> = {v: 1, next: {v: 2}};
        Sys.println(l.next.v);
        var f:F<Int, String> = (x) -> "" + x;
        Sys.println(f(2));
        var m:M<Int> = ["a" => 1];
        Sys.println(m["a"]);
        var s:Self = {f: (s) -> 4};
        Sys.println(s.f(s));
        Sys.println(Std.string(new C().hi()) + " " + Std.string(C.st));
        var g:G<Int> = new G();
        g.push(1);
        Sys.println(g);
        Sys.println(S.fromCharCode(65));
        var e:E = Some(3);
        Sys.println(e);
        var j:J = Right([Left(3)]);
        Sys.println(j);
    }
}
