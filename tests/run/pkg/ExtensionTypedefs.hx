// expect: 4
// expect: 7
// expect: 4
// expect: 3
// expect: 5
// expect: 2
// expect: 3
// expect: 3.5
// expect: 3
// expect: 4 3
// expect: x
// expect: 4
import haxe.ds.*;
import haxe.ds.Either;
import haxe.ds.Option;
using ExtensionTypedefs.Opt;

typedef Callback<T> = T -> Void;

typedef Pt = {
    var x(default, null):Float;
    var y(default, null):Float;
};

class Opt {
    public static function map<A, B>(o:Option<A>, f:A -> B):Option<B> return switch o {
        case Some(v):
            Some(f(v));
        case None:
            None;
    };
    public static function or<A>(o:Option<A>, a:A):A return switch o {
        case Some(v):
            v;
        case _:
            a;
    };
    public static function dist(p:Pt) return p.x + p.y;
    public static function call<T>(c:Callback<T>, t:T) c(t);
    public static function inc(m:Map<String, Int>, k:String) m[k] = (m.exists(k) ? m[k] : 0) + 1;
    public static function sum<T:Float>(a:Array<T>):Float {
        var s = 0.0;
        for (x in a) s += x;
        return s;
    }
}

class P {
    public var x = 1.5;
    public var y = 2.5;
    public function new() {}
}

class ExtensionTypedefs {
    static function main() {
        Sys.println(Some(3).map((x) -> x + 1).or(0));
        Sys.println((None : Option<Int>).or(7));
        Sys.println(new P().dist());
        Sys.println({x: 1.0, y: 2.0}.dist());
        var cb:Callback<Int> = (i) -> Sys.println(i);
        cb.call(5);
        var m = new Map();
        m.inc("a");
        m.inc("a");
        Sys.println(m["a"]);
        Sys.println([1, 2].sum());
        Sys.println([1.5, 2].sum());
        var e:Either<Int, String> = Left(3);
        Sys.println(switch e {
            case Left(i):
                i;
            case Right(s):
                s.length;
        });
        var v:Vector<Int> = new Vector(3);
        v[0] = 4;
        Sys.println(Std.string(v[0]) + " " + Std.string(v.length));
        var bt = new BalancedTree<Int, String>();
        bt.set(1, "x");
        Sys.println(bt.get(1));
        var gs = new GenericStack<Int>();
        gs.add(4);
        Sys.println(gs.first());
    }
}
