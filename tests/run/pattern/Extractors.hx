// expect: 10
// expect: [big even,even,dbl 14,s3]
// expect: two a b
// expect: one of three
// expect: twelve
// expect: nan
// expect: small 2
// expect: ?
// expect: null
// expect: int
// expect: float
// expect: bool
// expect: obj
// expect: fun
// expect: string
// expect: array
// expect: class haxe.ds.StringMap
// expect: enum Expr
// expect: one
// expect: [1,1]
// expect: twelve
// expect: [2,2,12]
// expect: no
// expect: [3,3,13]
// expect: def
// expect: three
// expect: y3
// expect: short abc
// expect: 4
// expect: 7
// expect: 5
// expect: zero
// expect: n1
// expect: n2
// expect: 0
// expect: 2
// expect: 3
// expect: 6
// expect: 33
// expect: n4
// expect: 6
// expect: 6
// expect: half
// expect: ten
// expect: a
// expect: null
// expect: b
// expect: 1
// expect: 1
// expect: 1
// expect: [nox,x1,x]
// expect: Extractors
enum Expr<T> { EInt(i:Int):Expr<Int>; EBool(b:Bool):Expr<Bool>; EAdd(a:Expr<Int>, b:Expr<Int>):Expr<Int>; EIf<A>(c:Expr<Bool>, t:Expr<A>, e:Expr<A>):Expr<A>; EEq(a:Expr<Int>, b:Expr<Int>):Expr<Bool>; }
abstract Pos(Int) { public inline function new(i) this = i; @:to public function toInt():Int return this; public function half() return this / 2; @:op(A == B) static function eq(a:Pos, b:Int):Bool return (cast a:Int) == b; }
class Ext { public static function firstWord(s:String) return s.split(" ")[0]; public static function dbl(i:Int) return i * 2; }
class Extractors {
	static function eval<T>(e:Expr<T>):T return switch e { case EInt(i): i; case EBool(b): b; case EAdd(a, b): eval(a) + eval(b); case EIf(c, t, e): eval(c) ? eval(t) : eval(e); case EEq(a, b): eval(a) == eval(b); }
	static function even(i:Int) return i % 2 == 0;
	static function parse(s:String):Null<Int> return Std.parseInt(s);
	static var log = [];
	static function lg<T>(t:T):T { log.push(t); return t; }
	static function ex(i:Int) return switch i { case even(_) => true if (i > 10): "big even"; case even(_) => true: "even"; case (_ * 2) => v if (v > 10): "dbl " + v; case Std.string(_) => s: "s" + s; }
	static function chained(s:String) return switch s { case _.split(",") => [a, b]: 'two $a $b'; case _.split(",") => [_.length => 3]: "one of three"; case parse(_) => 12: "twelve"; case parse(_) => null: "nan"; case parse(_) => x = (1 | 2 | 3): "small " + x; case _: "?"; }
	static function nested(o:Dynamic):String return switch Type.typeof(o) { case TNull: "null"; case TInt: "int"; case TFloat: "float"; case TBool: "bool"; case TObject: "obj"; case TFunction: "fun"; case TClass(String): "string"; case TClass(Array): "array"; case TClass(c): "class " + Type.getClassName(c); case TEnum(e): "enum " + Type.getEnumName(e); case TUnknown: "?"; }
	static function order(a:Int) { return switch lg(a) { case lg(_) => 1: "one"; case lg(_ + 10) => 12: "twelve"; case _: "no"; } }
	static function main() {
		Sys.println(eval(EIf(EEq(EAdd(EInt(1), EInt(2)), EInt(3)), EInt(10), EInt(20))));
		Sys.println([for (i in [12, 4, 7, 3]) ex(i)]);
		for (s in ["a,b", "abc", "12", "hey,ho,hu", "2", "9"]) Sys.println(chained(s));
		for (o in ([null, 1, 1.5, true, {}, main, "s", [], new haxe.ds.StringMap<Int>(), EInt(1)] : Array<Dynamic>)) Sys.println(nested(o));
		Sys.println(order(1)); Sys.println(log); log = []; Sys.println(order(2)); Sys.println(log); log = []; Sys.println(order(3)); Sys.println(log);
		// switch as statement etc
		var x = 3;
		switch x { case 1: Sys.println("1"); case 2: Sys.println("2"); default: Sys.println("def"); }
		switch x { case 1: case 3: Sys.println("three"); case _: }
		switch (x) { case y: Sys.println("y" + y); }
		switch "abc" { case s if (s.length > 5): Sys.println("long"); case s: Sys.println("short " + s); }
		var r = switch [x, x + 1] { case [3, v]: v; case _: 0; };
		Sys.println(r);
		// capture shadows
		var v = 5;
		switch 7 { case v: Sys.println(v); }
		Sys.println(v);
		// closures in cases
		var fs = [for (i in 0...3) switch i { case 0: () -> "zero"; case n: () -> "n" + n; }];
		for (f in fs) Sys.println(f());
		// break/continue
		for (i in 0...6) { switch i { case 1: continue; case 4: break; case _: } Sys.println(i); }
		// Assign captured
		switch 5 { case q: q++; Sys.println(q); }
		// switch on switch
		Sys.println(switch (switch x { case 3: "three"; case _: "x"; }) { case "three": 33; case _: 0; });
		// or with capture
		var e:haxe.ds.Option<Int> = Some(4);
		switch e { case Some(1 | 2): Sys.println("12"); case Some(n = 3 | 4): Sys.println("n" + n); case _: }
		switch ({k: e, l: [1, 2]}) { case {k: Some(n), l: [_, m]}: Sys.println(n + m); case _: }
		// var pattern
		switch [1, 2, 3] { case [var a, var b, var c]: Sys.println(a + b + c); case _: }
		// abstract
		var p = new Pos(10);
		switch p { case _.half() => 5: Sys.println("half"); case _: Sys.println("no"); }
		switch (p : Int) { case 10: Sys.println("ten"); case _: }
		Sys.println(switch true { case true if (x == 3): "a"; case true: "b"; case false: "c"; });
		// fallthrough type null
		var n:Null<Int> = null;
		Sys.println(switch n { case 0: "zero"; case null: "null"; case _: "x"; });
		// paren patterns, metadata
		Sys.println(switch 3 { case (1 | 2): "a"; case (3): "b"; case _: "c"; });
		// String escape
		Sys.println(switch "a\nb" { case "a\nb": 1; case 'a': 2; case _: 3; });
		Sys.println(switch "x1" { case 'x1': 1; case _: 3; });
		// enum equality with instances
		var cs = [EInt, ];
		Sys.println(cs.length);
		var f = function(o:{?x:Int}) return switch o { case {x: null}: "nox"; case {x: 1}: "x1"; case {x: _}: "x"; };
		Sys.println([f({}), f({x: 1}), f({x: 2})]);
		var c:Class<Dynamic> = Extractors;
		Sys.println(switch (c : Dynamic) { case Extractors: "Extractors"; case _: "?"; });
	}
}
