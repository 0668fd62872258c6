// expect: 10
// expect: true
// expect: 3
// expect: 3
// expect: 1 2
// expect: O(null,null) O(1,null) O(null,b) R(1,2)
// expect: R(3,4)
// expect: 1
// expect: [CI(1),CI(2)]
// expect: [CI,CB,Add,If,Eq]
// expect: [null,x] CI 0
// expect: true
// expect: true true
enum Ex<T> {
    CI(i:Int):Ex<Int>;
    CB(b:Bool):Ex<Bool>;
    Add(a:Ex<Int>, b:Ex<Int>):Ex<Int>;
    If<X>(c:Ex<Bool>, t:Ex<X>, e:Ex<X>):Ex<X>;
    Eq<Y>(a:Ex<Y>, b:Ex<Y>):Ex<Bool>;
}

enum Tree<T> {
    Leaf;
    Node(l:Tree<T>, v:T, r:Tree<T>);
}

enum Con<T:{x:Int}> {
    Has(t:T);
    Fn<U:Float>(u:U, t:T);
}

enum Opt {
    O(?a:Int, ?b:String);
    R(a:Int, b:Float);
}

class Gadts {
    static function ev<T>(e:Ex<T>):T return switch e {
        case CI(i):
            i;
        case CB(b):
            b;
        case Add(a, b):
            ev(a) + ev(b);
        case If(c, t, f):
            ev(c) ? ev(t) : ev(f);
        case Eq(a, b):
            ev(a) == ev(b);
    };
    static function sum(t:Tree<Int>):Int return switch t {
        case Leaf:
            0;
        case Node(l, v, r):
            sum(l) + v + sum(r);
    };
    static function onlyInt(e:Ex<Int>):Int return switch e {
        case CI(i):
            i;
        case Add(_, _):
            2;
        case If(_, _, _):
            3;
    };
    static function main() {
        Sys.println(ev(If(Eq(CI(3), Add(CI(1), CI(2))), CI(10), CI(20))));
        Sys.println(ev(CB(true)));
        Sys.println(sum(Node(Node(Leaf, 1, Leaf), 2, Leaf)));
        Sys.println(onlyInt(CI(3)));
        var h = Has({x: 1, y: 2});
        switch h {
            case Has(t):
                Sys.println(Std.string(t.x) + " " + Std.string(t.y));
            case Fn(u, t):
                Sys.println(Std.string(u) + " " + Std.string(t.x));
        }
        Sys.println(Std.string(O()) + " " + Std.string(O(1)) + " " + Std.string(O("b")) + " " + Std.string(R(1, 2)));
        var f = R;
        Sys.println(f(3, 4));
        Sys.println(Type.enumIndex(R(1, 2)));
        Sys.println([1, 2].map(CI));
        Sys.println(Type.getEnumConstructs(Ex));
        Sys.println(Std.string(O(null, "x").getParameters()) + " " + Std.string(CI(2).getName()) + " " + Std.string(CI(2).getIndex()));
        Sys.println(O(1).match(O(1, _)));
        Sys.println(Std.string(Leaf.equals(Leaf)) + " " + Std.string(CI(1).equals(CI(1))));
    }
}
