// expect: g fieldinit D.new s1 s2 B(1,2) D.init f=5 after f=5 .
// expect: o a b sm1 sm2 B.m(1,2) sm1 sm2 B.m(3,4) .
// expect: p q body 13
// expect: once 9
// expect: u1 u2 2
// expect: e small s3big
// expect: r x y inl 4
// expect: 012
// expect: body 1
// expect: 577
// expect: [1,2,2,3]
// expect: v set .
// expect: get w set 206
// expect: get set 206
// expect: get set 406
// expect: obj get z set .
// expect: set 109
// expect: vv idx [g] 2
// expect: vv idx val [s] .
// expect: idx [g] val [s] .
// expect: [g] 9
// expect: rhs += [g] 12
// expect: other add [g] 17
// expect: A++ [g] 12
// expect: ++A [g] 14
// expect: [g] -14
// expect: false
// expect: [g] [s] [g] 15
// expect: set5 11
// expect: set4 5
// expect: 18
// expect: set9 1 9 9
// expect: set2 true
// expect: set3 [1,3,3]
// expect: set6 1 6 6
// expect: set2 122
// expect: [2,20,30]
// expect: [7,20,30] 1
// expect: [7,20,28]
// expect: [8,20,28]
// expect: [7,7,7] [3,20,28]
// expect: [4,7,7] [0,0]
// expect: f1 in f2(2) .
// expect: 4
// expect: 9
// expect: 2
// expect: k1 v1 k2 v2 .
// expect: it 1 2 .
// expect: from to 0 1 .
// expect: 0 1 2 .
// expect: 1 2 10 20 .
// expect: 3
// expect: a1 7
// expect: c then 1
// expect: subj guard two 22
// expect: ac
// expect: 6
// expect: 14
// expect: try thr catch 2
// expect: dyn dv .
// expect: d2 d3 d4 3
// expect: d5 d6 7
// expect: 15
// expect: 12 4
// expect: A B C D E true
// expect: true
// expect: w 100
// expect: ret 3
class B { var log = ""; public var x:Int; public function new(a:Int, b:Int) { Sys.print('B($a,$b) '); x = a; init(); } function init() Sys.print("B.init "); public function m(a:Int, b:Int) { Sys.print('B.m($a,$b) '); return this; } }
class D extends B { var f = Everywhere.l("fieldinit", 5); var g:Int = Everywhere.l("g", 6); public function new() { Sys.print("D.new "); super(Everywhere.l("s1", 1), Everywhere.l("s2", 2)); Sys.print('after f=$f '); } override function init() Sys.print('D.init f=$f '); override public function m(a:Int, b:Int) { super.m(Everywhere.l("sm1", a), Everywhere.l("sm2", b)); return this; } public inline function inl(a:Int, b:Int) { Sys.print("inl "); return b - a; } public var prop(get, set):Int; var _p = 3; function get_prop() { Sys.print("get "); return _p; } function set_prop(v) { Sys.print("set "); return _p = v + 100; } }
abstract Vec(Array<Int>) { public function new(a) this = a; @:op(A + B) function add(o:Vec):Vec { Sys.print("add "); return new Vec([this[0] + o.get(0)]); } public function get(i) return this[i]; @:arrayAccess inline function g(i:Int):Int { Sys.print("[g] "); return this[i]; } @:arrayAccess inline function s(i:Int, v:Int):Int { Sys.print("[s] "); return this[i] = v; } @:op(A += B) function addeq(i:Int):Vec { Sys.print("+= "); this[0] += i; return cast this; } @:op(++A) function inc():Vec { Sys.print("++A "); this[0]++; return cast this; } @:op(A++) function pinc():Vec { Sys.print("A++ "); var c = new Vec(this.copy()); this[0]++; return c; } @:op(-A) function neg():Vec return new Vec([-this[0]]); @:op(A == B) static function eq(a:Vec, b:Vec):Bool return a.get(0) == b.get(0); }
class Everywhere {
	static var sv = 1; static function set(v:Int) { Sys.print('set$v '); sv = v; return v; } 
	public static function l<T>(s:String, v:T):T { Sys.print(s + " "); return v; }
	static inline function in2(a:Int, b:Int):Int { Sys.print("body "); return a * 10 + b + a; }
	static inline function inOnce(a:Int) { return a + a + a; }
	static inline function unused(a:Int, b:Int) return b;
	static inline function early(a:Int):String { if (a > 5) return "big"; Sys.print("small "); return "s" + a; }
	static function three(a:Int, b:Int, c:Int) return '$a$b$c';
	static function opt(?a:Int = 1, ?b:Int = 2) return a + b;
	static function nl() Sys.println(".");
	static function main() {
		var d = new D(); nl(); l("o", d).m(l("a", 1), l("b", 2)).m(3, 4); nl();
		Sys.println(in2(l("p", 1), l("q", 2))); Sys.println(inOnce(l("once", 3))); Sys.println(unused(l("u1", 1), l("u2", 2))); Sys.println(early(l("e", 3)) + early(9)); Sys.println(l("r", d).inl(l("x", 1), l("y", 5)));
		var i = 0; Sys.println(three(i++, i++, i)); i = 0; Sys.println(in2(i++, i++)); i = 5; Sys.println(three(i, i = 7, i)); i = 1; var arr = [i, ++i, i++, i]; Sys.println(arr);
		d.prop = l("v", 5); nl(); Sys.println(d.prop += l("w", 1)); Sys.println(d.prop++); Sys.println(--d.prop); l("obj", d).prop -= l("z", 2); nl(); var r = d.prop = 9; Sys.println(r);
		var v = new Vec([1, 2]); Sys.println(l("vv", v)[l("idx", 1)]); l("vv", v)[l("idx", 0)] = l("val", 8); nl(); v[l("idx", 0)] += l("val", 1); nl(); Sys.println(v[0]); v += l("rhs", 3); Sys.println(v[0]); var w = v + l("other", new Vec([5])); Sys.println(w[0]); Sys.println((v++)[0]); Sys.println((++v)[0]); Sys.println((-v)[0]); Sys.println(v == w); v[0]++; Sys.println(v[0]);
		sv = 1; Sys.println(sv + set(5) + sv); sv = 1; sv += set(4); Sys.println(sv); sv = 2; var x = sv * (sv = 3) * sv; Sys.println(x); sv = 1; Sys.println('$sv ${set(9)} $sv'); sv = 1; Sys.println(sv < set(2) && sv == 2); sv = 1; Sys.println([sv, set(3), sv]); sv = 1; var o = {a: sv, b: set(6), c: sv}; Sys.println(o.a + " " + o.b + " " + o.c); sv = 1; Sys.println("" + sv + set(2) + sv);
		var a = [10, 20, 30]; var k = 0; a[k] = k = 2; Sys.println(a); k = 0; a[k++] += 5; Sys.println(a + " " + k); a[k = 2] -= k; Sys.println(a); k = 0; a[k] += (k = 1); Sys.println(a); var b = a; a[0] = (a = [7, 7, 7]).length; Sys.println(a + " " + b); b = a; b[(b = [0, 0])[0]] = 4; Sys.println(a + " " + b);
		var f = (q:Int) -> { Sys.print("f" + q + " "); return Everywhere.f2; }; f(1)(l("in", 2)); nl(); var fn = l; var z = 3; var g = () -> z; z = 4; Sys.println(g()); var t = z++ + z; Sys.println(t); t = z-- - --z; Sys.println(t);
		var m = [l("k1", "a") => l("v1", 1), l("k2", "b") => l("v2", 2)]; nl(); for (q in l("it", [1, 2])) Sys.print(q + " "); nl(); for (q in l("from", 0)...l("to", 2)) Sys.print(q + " "); nl(); var n = 3; for (q in 0...n) { n = 10; Sys.print(q + " "); } nl(); var lst = [1, 2]; for (q in lst) { if (lst.length < 4) lst.push(q * 10); Sys.print(q + " "); } nl();
		Sys.println(opt()); Sys.println(opt(l("a1", 5))); Sys.println(if (l("c", true)) l("then", 1) else l("else", 2)); Sys.println(switch l("subj", 2) { case 1: l("one", 1); case 2 if (l("guard", false)): 2; case 2: l("two", 22); case _: 3; });
		var s = "a"; s += { s = "b"; "c"; }; Sys.println(s); var q = 1; q += { q = 10; 5; }; Sys.println(q); q = ({ q++; q; }) + q; Sys.println(q); var tr = try { l("try", 1); throw l("thr", "x"); 0; } catch (e:String) l("catch", 2); Sys.println(tr);
		var dyn:Dynamic = {x: 1, f: function(a, b) return a + b}; l("dyn", dyn).x = l("dv", 4); nl(); Sys.println(l("d2", dyn).f(l("d3", 1), l("d4", 2))); Sys.println(l("d5", dyn).x += l("d6", 3)); Sys.println(dyn.x++ + dyn.x);
		var tup = {x: 0}; var cnt = 0; function next() { cnt++; return tup; } next().x++; next().x += 5; next().x = next().x * 2; Sys.println(tup.x + " " + cnt); 
		Sys.println(l("A", 1) > l("B", 2) || l("C", 3) > l("D", 1) && !l("E", false)); var nnull:Null<Int> = null; Sys.println(nnull == null || nnull > 3); do i = 100 while (l("w", false)); Sys.println(i); var ret = (() -> { for (j in 0...5) if (j == 3) return l("ret", j); return -1; })(); Sys.println(ret);
	}
	static function f2(x:Int) { Sys.print('f2($x) '); }
}
