// expect: 4
// expect: true
// expect: base
// expect: 0 2
// expect: 2
// expect: 1
// expect: [3,2]
// expect: 8
// expect: -1
// expect: 2
// expect: 3
// expect: 10
// expect: 120
// expect: 3
// expect: 3
class FunctionSubtypes {
    static function v(f:() -> Void) f();
    static function oo(f:Int -> Int) return f(3);
    static function d(f:Dynamic):Dynamic return f(1);
    static function cov(f:Int -> Base) return f(1);
    static function con(f:Sub -> String) return f(new Sub());
    static function opt(?f:Int -> Int) return f == null ? 0 : f(1);
    static function wide(f:Int -> Float) return f(2);
    static function main() {
        Sys.println(oo(function(x:Float) return Std.int(x) + 1));
        Sys.println(cov(function(x) return new Sub()) != null);
        Sys.println(con(function(b:Base) return "base"));
        Sys.println(Std.string(opt()) + " " + Std.string(opt((x) -> x + 1)));
        Sys.println(wide((x) -> x));
        Sys.println(d((x) -> x));
        var arr:Array<Int -> Float> = [(x) -> x * 1.5, (x) -> x];
        Sys.println([for (f in arr) f(2)]);
        var h:Null<Int -> Int> = (x) -> x * 2;
        Sys.println(h(4));
        var cmp:(Int, Int) -> Int = Reflect.compare;
        Sys.println(cmp(1, 2));
        var s:{
            function f(x:Int):Int;
        } = {f: (x) -> x + 1};
        Sys.println(s.f(1));
        var t:{f:Int -> Int} = {f: (x) -> x + 2};
        Sys.println(t.f(1));
        function rec(n:Int):Int return n <= 0 ? 0 : n + rec(n - 1);
        Sys.println(rec(4));
        var fact:Int -> Int = null;
        fact = (n) -> n <= 1 ? 1 : n * fact(n - 1);
        Sys.println(fact(5));
        var curry = (a:Int) -> (b:Int) -> a + b;
        Sys.println(curry(1)(2));
        Sys.println(((x, y) -> x + y)(1, 2));
    }
}

class Base {
    public function new() {}
}

class Sub extends Base {
}
