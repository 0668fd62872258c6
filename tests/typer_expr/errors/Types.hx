import haxe.ds.StringMap;
class TypesA { public var x:Int; public function new() {} public function m(a:Int, ?b:String, c:Float = 1.0):String return ""; public var p(get,set):Int; function get_p() return 1; function set_p(v) return v; 
 public static function gen<T:TypesA>(t:T, l:Array<T>):T return t; }
class Types {
  static function main() {
    var a = new TypesA();
    var f = a.m;
    $type(f);
    $type(f.bind(1));
    $type(f.bind(_, "a"));
    $type(function(x, ?y:Int, z = 1) return x + 1);
    $type([1,2.5]);
    $type([null, 1]);
    $type(if (Math.random() > 1) 1 else null);
    $type(if (Math.random() > 1) 1 else 2.5);
    $type(if (Math.random() > 1) a else null);
    $type([a, null]);
    $type({a:1, b:"x", "c d": 2.5});
    $type(["a" => 1]);
    $type([for (i in 0...3) i => "a"]);
    $type([for (i in 0...3) if (i > 1) i]);
    $type(1 / 2); $type(1 + 2.5); $type("a" + 1); $type(7 % 2); $type(7.5 % 2);
    $type(x -> x); $type((x, y) -> x + y); $type(() -> {});
    $type(TypesA); $type(TypesA.new); $type(String); $type(haxe.ds.Option.None);  $type(haxe.ds.Option.Some);
    var d:Dynamic = 1; $type(d + 1); $type(d.foo); $type(1 + d); $type(d * 2); $type(d == 1); $type(-d); $type(d++);
    var n:Null<Int> = 1; $type(n + 1); $type(n); $type(n == null ? 0 : n); $type(-n); $type(n++);
    $type(try 1 catch(e:Dynamic) null);
    $type(switch (1) { case 1: "a"; default: null; });
    function rec(n) return n <= 0 ? 0 : rec(n - 1);
    $type(rec);
    var y; y = 1; $type(y);
    var fx = function(q) { return q.length; }; $type(fx);
    var fx2 = function(q) { q.foo(1); q.bar = "a"; }; $type(fx2);
    var arr = []; $type(arr); arr.push(1); $type(arr);
    $type(a.p = 3); $type(a.p += 3);
    $type(cast 1); $type(cast(1, Float)); $type((1 : Float)); $type(null); $type({});
    $type(1...2); $type(new IntIterator(0, 1)); $type(new Map<Int,String>()); $type(new StringMap());
  }
}
