// expect: 123
// expect: 123
// expect: 123
// expect: 123
// expect: 123
// expect: 123
// expect: 123
// expect: 123
// expect: 1 null 5
// expect: 1 3 5
// expect: 1 2 5
// expect: 1 2 9
// expect: vd3
// expect: D1,null,7,54
// expect: D1,4,7,54
// expect: 1,2,3,54
// expect: B(1,null)
// expect: B(7,y)
// expect: 3
// expect: 11
// expect: 912
// expect: [100,200,300]
// expect: [B(1,s),B(2,s)]
// expect: 341
// expect: 342
// expect: [1,2]
// expect: x
// expect: 12
// expect: 32
// expect: B(1,null)
// expect: B(2,q)
// expect: 1 null 9
// expect: 1 2 9
// expect: 1 2 3
// expect: 1 null 9
// expect: 1 2 3
// expect: 1 null 9
// expect: 1 5 9
// expect: 1 2 3
// expect: 1 null 5
// expect: 1 2 5
// expect: 1 2 3
// expect: 1 null 9
// expect: 1 null 8
// expect: 1 2 8
// expect: 4 null 8
// expect: 7
// expect: [1,2,3]
// expect: 0
// expect: 6
// expect: 9
// expect: 3
// expect: 15
// expect: true
// expect: false
// expect: 1
// expect: s
// expect: 8
// expect: 5
// expect: 3
// expect: z1
// expect: 3
// expect: iife
// expect: iife2
// expect: 5
// expect: shadow
// expect: 1.5
// expect: shadow
// expect: 6
// expect: 8
// expect: 4
// expect: yes
// expect: 3
// expect: true
// expect: --b
// expect: 5
// expect: 5
// expect: abc
// expect: cast failed
// expect: Sval
// expect: ab
// expect: 5
// expect: null: null
// expect: a3bc12de1$fx1|x210one
// expect: $a ${b}
// expect: Base54
// expect: Base54.v
// expect: null true 1.5 [null]
// expect: 2
// expect: {}
// expect: 111
// expect: null
// expect: 1
// expect: 6
// expect: 165
// expect: 6
// expect: 10
// expect: [1]
// expect: -2
// expect: 5
// expect: true
// expect: -6
// expect: a
// expect: true
// expect: y
using Functions.X;
class X { public static function plus(i:Int, j:Int) return i + j; }
enum En { A; B(i:Int, ?s:String); }
class Base { public var v = 1; public function new(?a:Int, b = 4) { v = (a == null ? 0 : a) * 10 + b; } public function m(a:Int, ?b:Int, c = 3) return '$a,$b,$c,$v'; public function toString() return "Base" + v; }
class Der extends Base { public function new() super(5); override public function m(a:Int, ?b:Int, c = 7) return "D" + super.m(a, b, c); public function sup() { return super.m(1,2,3); } }
interface I { function m(a:Int, ?b:Int, c:Int = 2):String; }
class Impl implements I { public function new() {} public function m(a:Int, ?b:Int, c:Int = 9) return '$a $b $c'; }
class Functions {
	static function f3(a:Int, b:Int, c:Int) return a * 100 + b * 10 + c;
	static function fo(a:Int, ?b:Int, c = 5) return '$a $b $c';
	static function vd(a:Int) { Sys.println("vd" + a); }
	static function gen<T>(a:T, b:T):Array<T> return [a, b];
	static function ident<T>(x:T):T return x;
	static inline function inl(a:Int, b:Int):Int { if (a > b) return a; return b; }
	static var n = 0; static function count() { return ++n; }
	static function rs(...r:Int):Int { var s = 0; for (x in r) s += x; return s; }
	static function call(f:Int->Int->Int) return f(1, 2);
	static function main() {
		Sys.println(f3.bind(1, 2, 3)()); Sys.println(f3.bind(1)(2, 3)); Sys.println(f3.bind(_, 2)(1, 3)); Sys.println(f3.bind(_, _, 3)(1, 2)); Sys.println(f3.bind(_, 2, _)(1, 3)); Sys.println(f3.bind()(1, 2, 3));
		Sys.println(f3.bind(1).bind(2).bind(3)()); Sys.println(f3.bind(1).bind(_, 3)(2));
		Sys.println(fo.bind(1)()); Sys.println(fo.bind(1, _)(3)); Sys.println(fo.bind(_, 2)(1)); Sys.println(fo.bind(_, _, 9)(1, 2));
		vd.bind(3)(); var d = new Der(); Sys.println(d.m.bind(1)()); Sys.println(d.m.bind(_, 4)(1)); Sys.println(d.sup());
		Sys.println(B.bind(1)()); Sys.println(B.bind(_, "y")(7)); Sys.println(1.plus.bind(2)()); var pl = 5.plus; Sys.println(pl(6));
		Sys.println(call(f3.bind(9))); Sys.println([1, 2, 3].map(f3.bind(_, 0, 0))); Sys.println([1, 2].map(B.bind(_, "s")));
		var i = 3; var bb = f3.bind(i++, i++); i = 100; Sys.println(bb(1)); Sys.println(bb(2));
		Sys.println(gen.bind(1)(2)); Sys.println(ident.bind("x")());
		var ctor = Base.new; Sys.println(ctor(1, 2).v); Sys.println(Base.new.bind(3, _)(2).v); Sys.println(B(1)); var bf = B; Sys.println(bf(2, "q"));
		var im:I = new Impl(); Sys.println(im.m(1)); Sys.println(im.m(1, 2)); Sys.println(im.m(1, 2, 3)); var fi = im.m; Sys.println(fi(1));
		var dy:Dynamic = new Impl(); Sys.println(dy.m(1, 2, 3)); Sys.println(dy.m(1)); Sys.println(dy.m(1, 5));
		var df:Dynamic = fo; Sys.println(df(1, 2, 3)); Sys.println(df(1)); Sys.println(df(1, 2));
		Sys.println(Reflect.callMethod(null, fo, [1, 2, 3])); Sys.println(Reflect.callMethod(dy, dy.m, [1, null, null]));
		var lf = function(a:Int, ?b:Int, c:Int = 8) return '$a $b $c'; Sys.println(lf(1)); Sys.println(lf(1, 2)); var lf2:(Int, ?Int, ?Int) -> String = lf; Sys.println(lf2(4));
		Sys.println(inl(1, 2) + inl(5, 3)); Sys.println([count(), count(), count()]);
		Sys.println(rs()); Sys.println(rs(1, 2, 3)); Sys.println(rs(...[4, 5])); var rf = rs; Sys.println(rf(1, 2)); 
		// local functions
		function rec(n:Int):Int return n == 0 ? 0 : n + rec(n - 1); Sys.println(rec(5));
		var odd:Int->Bool = null; function even(n:Int):Bool return n == 0 ? true : odd(n - 1); odd = n -> n == 0 ? false : even(n - 1); Sys.println(even(10)); Sys.println(odd(10));
		function g<T>(x:T):T return x; Sys.println(g(1)); Sys.println(g("s"));
		inline function il(a:Int) return a * 2; Sys.println(il(4));
		var noarg = () -> 5; Sys.println(noarg()); var two = (a, b) -> a + b; Sys.println(two(1, 2)); var typed = (a:Int, b:String) -> b + a; Sys.println(typed(1, "z"));
		var cur = a -> b -> a + b; Sys.println(cur(1)(2));
		(function() Sys.println("iife"))(); Sys.println((() -> "iife2")());
		final ff = 5; Sys.println(ff); var ff = "shadow"; Sys.println(ff); { var ff = 1.5; Sys.println(ff); } Sys.println(ff);
		var a = 1, b = a + 1, c = b + 1; Sys.println(a + b + c);
		Sys.println(@:foo 5 + @bar(1) 3); @:keep var z = 4; Sys.println(z);
		Sys.println(#if true "yes" #else "no" #end); Sys.println(1 + #if foo 1 #elseif (target.sys && !js) 2 #else 3 #end);
		Sys.println(~/a(b+)c/.match("xabbc")); var r = ~/A/gi; Sys.println(r.replace("aAb", "-"));
		var u:Int = untyped 5; Sys.println(u); var ci:Int = cast 5.0; Sys.println(ci); var cs = cast("abc", String); Sys.println(cs);
		Sys.println(try cast((5 : Dynamic), String) catch (e:Dynamic) "cast failed");
		Sys.println(try { throw new haxe.ValueException("val"); "x"; } catch (e:String) "S" + e catch (e:haxe.ValueException) "V" + e.value);
		Sys.println(try { try throw "a" catch (e:String) throw e + "b"; } catch (e:String) e);
		Sys.println(try { try throw 5 catch (e:haxe.Exception) throw e; 0; } catch (e:Int) e);
		Sys.println(try { throw null; } catch (e:Dynamic) "null: " + e);
		Sys.println('a${1 + 2}b${'c${3 * 4}d'}e$a$$f${[1, 2].map(x -> 'x$x').join("|")}${{var t = 5; t * 2;}}${if (a == 1) "one" else "other"}');
		Sys.println("$a ${b}"); Sys.println('${d}'); Sys.println('$d.v'); Sys.println('${null} ${true} ${1.5} ${[null]}');
		var v = { var t = 1; t + 1; }; Sys.println(v); var vv = { }; Sys.println(vv); 
		var fnv:Void->Void = () -> {}; fnv(); Sys.println((if (a == 1) 1 else 2) + (switch a { case 1: 10; case _: 20; }) + (try 100 catch (e:Dynamic) 200));
		var n:Null<Int> = if (a == 2) 5 else null; Sys.println(n); var nn = if (a == 1) 1 else 2.5; Sys.println(nn);
		Sys.println((switch a { case 1: function(x) return x + 1; case _: x -> x; })(5));
		var pos = ((?p:haxe.PosInfos) -> p.lineNumber)(); Sys.println(pos);
		var wh = 0; do { wh++; if (wh == 2) continue; if (wh > 5) break; } while (wh < 10); Sys.println(wh);
		Sys.println({ var s = 0; for (i in 0...5) { s += i; } s; });
		if (true) {} else {} ; var e = []; e.push(1); Sys.println(e); for (i in 0...0) Sys.println("never"); Sys.println(-5 % 3); Sys.println(- -5); Sys.println(!(!true)); Sys.println(~5);
		Sys.println(1 == 1 ? 2 == 2 ? "a" : "b" : "c"); Sys.println(5 > 3 == true); Sys.println(1 | 2 == 2 ? "x" : "y");
	}
}
