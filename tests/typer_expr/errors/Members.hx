import haxe.ds.List;
class A<T> { public var v:T; public function new(v:T) this.v = v; public function set<U:T>(u:U):Void {} static function priv() {} public static var inst:A<Int>; }
class B { public var a:A<B>; public var next:B; public var items:List<B> = new List(); public function new() {} public dynamic function dyn(x:Int):Int return x; }
abstract Only(String) { public function len() return this.length; @:to function toI():Int return 1; }
abstract WithNew(Int) { public function new(a:Int) { this = a; } static public inline var C = 5; @:op(A + B) static function add(a:WithNew, b:Int):WithNew; @:op(A < B) static function lt(a:WithNew, b:WithNew):Bool; }
enum Col { R; G(x:Int, ?y:String); }
class Members {
  var self:Members; static var s:Int = 1; var f:Int = 1; var t = new B(); public function new() {}
  static function noType(a, b) { return a.foo(b) + 1; }
  static function main() {
    var a = new A(1); a.v = "x"; var b:A<String> = a; A.priv(); A.inst.v = 1; A.inst.nope; A.v; a.inst;
    var c = new B(); c.a.v.next.a.v.nope; c.dyn = x -> x + 1; c.dyn = 5; c.dyn = (x:String) -> 1; c.items.add(5); c.items.push(c).foo;
    var o:Only = "x"; var i:Int = (null:Only); o.length; o.len(1); new Only("a"); var w = new WithNew("x"); var w2 = w + 1; w == 1; w.foo; WithNew.D;
    var e:Col = G(1); e = G("x"); e = G(1, 2); e = G; e = R(1); e.x; Col.Q; switch e { case G(x, y): trace(y.foo); case R(z): } if (e == R) {} if (e == G(1)) {} 
    noType({foo: (x:Int) -> x}, 1); 
    var l = [for (i in 0...3) i]; l = [for (i in 0...3) "x"]; l = [for (x in l) x.foo]; var mm = [for (x in l) x => "a"]; mm.get("x"); mm[1].foo;
    var x:Float = 1; x = "s"; var y:Int = x; var z:Int = 5 / 2; var bl:Bool = 1 < 2 < 3; var str:String = 1 + 2; str = 1 + "a"; str.length(); str.charAt("x"); str.charAt(1, 2);
    var dd:Dynamic = 5; var q:Int = dd; dd.foo.bar(1).baz = 3; var any:Any = 5; var aa:Int = any; any.foo;
    untyped x.foo; (x : Int); (1 : String); cast(x, Int).foo; var tt:Class<B> = B; tt.foo; Type.createInstance(B, []).foo; 
    return 1;
  }
  function m() { main(); Members.m(); this.main(); self.self.nope; super.m(); var fn = m; fn(1); fn = main; f = self.f + "x"; return this; }
}
