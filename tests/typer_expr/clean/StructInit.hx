@:structInit class P { public var a:Int; @:optional public var b:String; public var c = 5; public final d:Float; }
@:structInit class Q { public var a:Int; public function new(a:Int, ?d:Int) { this.a = a; trace(a, d); } }
class StructInit { static function f(p:P) trace(p.a, p.b, p.c, p.d); static function v(n:String) { trace(n); return 1; }
 static function main() { f({a: 1, d: 2}); f({d: 1.5, c: 9, b: "x", a: v("a")}); var q:Q = {a: 4}; q = {d: v("d"), a: v("a")}; trace(q.a); } }
