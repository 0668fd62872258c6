// expect: zero
// expect: neg -4
// expect: leaf 4
// expect: twins 1
// expect: pair 1 2
// expect: pair 7 9
// expect: deepl pair 1 2/leaf 3
// expect: other pair 5 6
// expect: rg
// expect: rg
// expect: b
// expect: bright
// expect: grey5
// expect: rgb
// expect: unnamed
// expect: xy
// expect: named hello
// expect: empty
// expect: one 5
// expect: one two
// expect: desc
// expect: has 2
// expect: has 2
// expect: two 3 4
// expect: three 3
// expect: many 4
// expect: [1,2,3,3,23,-3,5]
// expect: [1,2,2,3,4,5,6,7,102,0]
// expect: [m1,0,ff,lk,K,F,3 mod 10,big,42]
// expect: [half,m1.5,two,?]
// expect: [t,f]
// expect: a1
// expect: bq2
// expect: d1 4
// expect: d0 w
// expect: d3
// expect: none
// expect: null
// expect: x1k
// expect: p10
// expect: z
// expect: other
// expect: [1,2,-5,f,b]
// expect: [one,str,?,null,1.5,?,?,?,?,?]
// expect: [String,C,Sub,?]
// expect: [null,1,v6,null,t,f,null,r,x]
// expect: [0,1,1,12,3,-1]
// expect: [true,true,true]
enum Tree<T> { Leaf(v:T); Node(l:Tree<T>, r:Tree<T>); }
enum Color { Red; Green; Blue; Rgb(r:Int, g:Int, b:Int); Named(?n:String); }
enum abstract EA(Int) to Int { var One = 1; var Two = 2; var Neg = -5; }
enum abstract ES(String) { var Foo = "foo"; var Bar; }
class C { public var x:Int; public var y:String; public function new(x, y) { this.x = x; this.y = y; } public static inline var K = 7; public static final F = 8; public static inline var S = "ess"; public var p(get, never):Int; function get_p() return x * 2; }
class Sub extends C { public function new() super(100, "sub"); }
class Shapes {
	static inline var LOCALK = 99;
	static final FIN = "fin";
	static function tree(t:Tree<Int>) return switch (t) {
		case Leaf(0): "zero";
		case Leaf(v) if (v < 0): "neg " + v;
		case Leaf(v): "leaf " + v;
		case Node(Leaf(a), Leaf(b)) if (a == b): "twins " + a;
		case Node(Leaf(a), Leaf(b)) | Node(Node(Leaf(a), _), Leaf(b)): 'pair $a $b';
		case Node(l = Node(_, _), r): "deepl " + tree(l) + "/" + tree(r);
		case Node(_, var r): "other " + tree(r);
	}
	static function color(c:Color) return switch c {
		case Red | Green: "rg";
		case Blue: "b";
		case Rgb(255, _, _) | Rgb(_, 255, _) | Rgb(_, _, 255): "bright";
		case Rgb(r, g, b) if (r == g && g == b): "grey" + r;
		case Rgb(_): "rgb";
		case Named(null): "unnamed";
		case Named("x" | "y"): "xy";
		case Named(n): "named " + n;
	}
	static function arr(a:Array<Int>) return switch a {
		case []: "empty";
		case [x]: "one " + x;
		case [1, 2]: "one two";
		case [x, y] if (x > y): "desc";
		case [_, 2] | [2, _]: "has 2";
		case [a, b]: 'two $a $b';
		case [_, _, z]: "three " + z;
		case a: "many " + a.length;
	}
	static function tup(a:Int, b:String, c:Bool) return switch [a, b, c] {
		case [1, "a", true]: 1;
		case [1, _, false]: 2;
		case [_, "b" | "c", _]: 3;
		case [x, y, true] if (x > 10): x + y.length;
		case [x, _, true]: -x;
		case [_, _, false]: 5;
	}
	static function str(s:String) return switch s { case "a": 1; case "b" | "c": 2; case null: 3; case FIN: 4; case C.S: 5; case _.length => 6: 6; case _.toUpperCase() => "ZZ": 7; case _.indexOf("q") => i if (i > 0): 100 + i; case _: 0; }
	static function num(i:Int) return switch i { case -1: "m1"; case 0: "0"; case 0xFF: "ff"; case LOCALK: "lk"; case C.K: "K"; case C.F: "F"; case _ % 10 => 3: "3 mod 10"; case (_ > 1000) => true: "big"; case v: "" + v; }
	static function flt(f:Float) return switch f { case 0.5: "half"; case -1.5: "m1.5"; case 2: "two"; case _: "?"; }
	static function bool(b:Bool) return switch b { case true: "t"; case false: "f"; }
	static function obj(o:{a:Int, ?b:String, c:{d:Array<Int>}}) return switch o {
		case {a: 1}: "a1";
		case {b: "q", a: x}: "bq" + x;
		case {c: {d: [x]}}: "d1 " + x;
		case {c: {d: []}, b: b}: "d0 " + b;
		case {c: {d: [_, y, _]}} if (y == 5): "d3";
		case _: "none";
	}
	static function cls(c:C) return switch c { case null: "null"; case {x: 1, y: y}: "x1" + y; case {p: 10}: "p10"; case {y: "z"}: "z"; case _: "other"; }
	static function ea(e:EA) return switch e { case One: "1"; case Two: "2"; case Neg: "-5"; }
	static function es(e:ES) return switch e { case Foo: "f"; case Bar: "b"; }
	static function dyn(d:Dynamic) return switch d { case 1: "one"; case "s": "str"; case null: "null"; case 1.5: "1.5"; case _: "?"; }
	static function type(t:Class<Dynamic>) return switch t { case String: "String"; case C: "C"; case Sub: "Sub"; case _: "?"; }
	static function nul(i:Null<Int>) return switch i { case null: "null"; case 1: "1"; case v: "v" + (v + 1); }
	static function nb(b:Null<Bool>) return switch b { case null: "null"; case true: "t"; case false: "f"; }
	static function ne(c:Null<Color>) return switch c { case null: "null"; case Red: "r"; case _: "x"; }
	static function twoE(a:Color, b:Color) return switch [a, b] { case [Red, Red]: 0; case [Red, _] | [_, Red]: 1; case [Rgb(r, _, _), Rgb(q, _, _)]: r * q; case [Named(a), Named(b)]: a.length + b.length; case _: -1; }
	static function main() {
		for (t in [Leaf(0), Leaf(-4), Leaf(4), Node(Leaf(1), Leaf(1)), Node(Leaf(1), Leaf(2)), Node(Node(Leaf(7), Leaf(8)), Leaf(9)), Node(Node(Node(Leaf(1), Leaf(1)), Leaf(2)), Leaf(3)), Node(Leaf(1), Node(Leaf(5), Leaf(6)))]) Sys.println(tree(t));
		for (c in [Red, Green, Blue, Rgb(1, 255, 3), Rgb(5, 5, 5), Rgb(1, 2, 3), Named(), Named("x"), Named("hello")]) Sys.println(color(c));
		for (a in [[], [5], [1, 2], [2, 1], [0, 2], [2, 9], [3, 4], [1, 2, 3], [1, 2, 3, 4]]) Sys.println(arr(a));
		Sys.println([tup(1, "a", true), tup(1, "a", false), tup(2, "b", true), tup(2, "c", false), tup(20, "zzz", true), tup(3, "zzz", true), tup(3, "zz", false)]);
		Sys.println([for (s in ["a", "b", "c", null, "fin", "ess", "123456", "zz", "aaq", "w"]) str(s)]);
		Sys.println([for (i in [-1, 0, 255, 99, 7, 8, 23, 5000, 42]) num(i)]);
		Sys.println([for (i in [0.5, -1.5, 2, 3.0]) flt(i)]);
		Sys.println([bool(true), bool(false)]);
		for (o in ([{a: 1, c: {d: []}}, {a: 2, b: "q", c: {d: []}}, {a: 2, b: "w", c: {d: [4]}}, {a: 2, b: "w", c: {d: []}}, {a: 2, b: "w", c: {d: [1, 5, 2]}}, {a: 2, b: "w", c: {d: [1, 6, 2]}}]:Array<{a:Int, ?b:String, c:{d:Array<Int>}}>)) Sys.println(obj(o));
		for (c in [null, new C(1, "k"), new C(5, "k"), new C(6, "z"), new Sub()]) Sys.println(cls(c));
		Sys.println([ea(One), ea(Two), ea(Neg), es(Foo), es(Bar)]);
		var ds:Array<Dynamic> = [1, "s", true, null, 1.5, Red, Rgb(1, 2, 3), [1, 2], [2, 1], new C(1, "")];
		Sys.println([for (d in ds) dyn(d)]);
		Sys.println([type(String), type(C), type(Sub), type(Shapes)]);
		Sys.println([nul(null), nul(1), nul(5), nb(null), nb(true), nb(false), ne(null), ne(Red), ne(Blue)]);
		Sys.println([twoE(Red, Red), twoE(Red, Blue), twoE(Blue, Red), twoE(Rgb(3, 0, 0), Rgb(4, 0, 0)), twoE(Named("a"), Named("bc")), twoE(Blue, Blue)]);
		Sys.println([Red.match(Red), Rgb(1, 2, 3).match(Rgb(1, _, _)), Named("x").match(Red | Named("x"))]);
	}
}
