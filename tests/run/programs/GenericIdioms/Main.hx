// expect: (1 + 2)*(3 + 4) = 21 depth 3
// expect: not implemented
// expect: 0.9.5 1.2 1.2.1 1.10 2 v1.2 55 6
// expect: 2 1; 4 3 | 1 3; 2 4 | -2 false false; true true
// expect: a:1,a:2,a:3,a:4
// expect: 1.54800875592e+12
// expect: 3,4.5,6 3
// expect: bc422ccc
// expect: 6 9:4:1:. x1:y2:.
// expect: Al3Bo "B"43
// expect: true false false
// expect: 2,3,2,4,6 [0,6,12]
// expect: 1 false 3
// expect: one2false
// expect: 13 false
// expect: [1,2,5,9]
// expect: s
// expect: 2!
// expect: [0,10,20]
// expect: got x
// expect: 01 02 12
// expect: S[Z]false1
// idioms zoo 1: generics, abstracts, iterators, recursion with structural types
import haxe.ds.*;
import haxe.Constraints;
using Lambda;
using StringTools;

typedef Comparable<T> = { function compareTo(o:T):Int; }
typedef Named = { final name:String; }
typedef Aged = { var age:Int; }
typedef Person = Named & Aged & { ?nick:String };
typedef Rec<T> = { value:T, ?next:Rec<T> };
interface Visitor<R> { function num(n:Float):R; function add(a:Expr, b:Expr):R; function mul(a:Expr, b:Expr):R; }
abstract class Expr { abstract public function accept<R>(v:Visitor<R>):R; public static function parse(s:String):Expr { var t = s.split(" "), st:Array<Expr> = []; for (x in t) switch x { case "+": var b = st.pop(); st.push(new Add(st.pop(), b)); case "*": var b = st.pop(), a = st.pop(); st.push(new Mul(a, b)); case n: st.push(new Num(Std.parseFloat(n))); } return st[0]; } }
class Num extends Expr { final n:Float; public function new(n) this.n = n; public function accept<R>(v:Visitor<R>):R return v.num(n); }
class Bin extends Expr { final a:Expr; final b:Expr; public function new(a, b) { this.a = a; this.b = b; } public function accept<R>(v:Visitor<R>):R return throw new haxe.exceptions.NotImplementedException(); }
class Add extends Bin { override public function accept<R>(v:Visitor<R>):R return v.add(a, b); }
class Mul extends Bin { override public function accept<R>(v:Visitor<R>):R return v.mul(a, b); }
class Eval implements Visitor<Float> { public function new() {} public function num(n:Float) return n; public function add(a:Expr, b:Expr) return a.accept(this) + b.accept(this); public function mul(a:Expr, b:Expr) return a.accept(this) * b.accept(this); }
class Show implements Visitor<String> { public function new() {} public function num(n:Float) return '$n'; public function add(a:Expr, b:Expr) return '(${a.accept(this)} + ${b.accept(this)})'; public function mul(a:Expr, b:Expr) return a.accept(this) + "*" + b.accept(this); }
class Depth implements Visitor<Int> { public function new() {} public function num(n:Float) return 1; public function add(a:Expr, b:Expr) return 1 + Std.int(Math.max(a.accept(this), b.accept(this))); public function mul(a:Expr, b:Expr) return add(a, b); }

class Tree<K:Comparable<K>, V> {
	var root:Null<TNode<K, V>> = null;
	public var size(default, null) = 0;
	public function new(?pairs:Iterable<{ k:K, v:V }>) if (pairs != null) for (p in pairs) set(p.k, p.v);
	@:arrayAccess public function set(k:K, v:V):V { root = insert(root, k, v); return v; }
	function insert(n:Null<TNode<K, V>>, k:K, v:V):TNode<K, V> {
		if (n == null) { size++; return { k: k, v: v, h: 1, l: null, r: null }; }
		switch k.compareTo(n.k) { case 0: n.v = v; case c if (c < 0): n.l = insert(n.l, k, v); case _: n.r = insert(n.r, k, v); }
		n.h = 1 + imax(h(n.l), h(n.r));
		var bal = h(n.l) - h(n.r);
		if (bal > 1) { if (k.compareTo(n.l.k) > 0) n.l = rotL(n.l); return rotR(n); }
		if (bal < -1) { if (k.compareTo(n.r.k) < 0) n.r = rotR(n.r); return rotL(n); }
		return n;
	}
	static inline function imax(a:Int, b:Int) return a > b ? a : b;
	inline function h(n:Null<TNode<K, V>>) return n == null ? 0 : n.h;
	function rotR(y:TNode<K, V>) { var x = y.l; y.l = x.r; x.r = y; y.h = 1 + imax(h(y.l), h(y.r)); x.h = 1 + imax(h(x.l), h(x.r)); return x; }
	function rotL(x:TNode<K, V>) { var y = x.r; x.r = y.l; y.l = x; x.h = 1 + imax(h(x.l), h(x.r)); y.h = 1 + imax(h(y.l), h(y.r)); return y; }
	public function get(k:K):Null<V> { var n = root; while (n != null) { var c = k.compareTo(n.k); if (c == 0) return n.v; n = c < 0 ? n.l : n.r; } return null; }
	public function height() return h(root);
	public function keyValueIterator():KeyValueIterator<K, V> { var st = [], n = root; return { hasNext: () -> n != null || st.length > 0, next: () -> { while (n != null) { st.push(n); n = n.l; } var t = st.pop(); n = t.r; { key: t.k, value: t.v }; } }; }
}
@:structInit private class TNode<K, V> { public final k:K; public var v:V; public var h:Int; public var l:Null<TNode<K, V>>; public var r:Null<TNode<K, V>>; }
class Ver { public final parts:Array<Int>; public function new(s:String) parts = s.split(".").map(Std.parseInt); public function compareTo(o:Ver):Int { for (i in 0...3) { var d = (i < parts.length ? parts[i] : 0) - (i < o.parts.length ? o.parts[i] : 0); if (d != 0) return d; } return 0; } public function toString() return parts.join("."); }

abstract Matrix<T>(Vector<Vector<T>>) {
	public var rows(get, never):Int; inline function get_rows() return this.length;
	public var cols(get, never):Int; inline function get_cols() return this[0].length;
	public function new(r:Int, c:Int, f:(Int, Int) -> T) { this = new Vector(r); for (i in 0...r) { this[i] = new Vector(c); for (j in 0...c) this[i][j] = f(i, j); } }
	@:arrayAccess public inline function row(i:Int):Vector<T> return this[i];
	@:from public static function ofArray<T>(a:Array<Array<T>>):Matrix<T> return new Matrix(a.length, a[0].length, (i, j) -> a[i][j]);
	@:op(A * B) static function mulF(a:Matrix<Float>, b:Matrix<Float>):Matrix<Float> return new Matrix(a.rows, b.cols, (i, j) -> { var s = 0.; for (k in 0...a.cols) s += a[i][k] * b[k][j]; s; });
	@:op(~A) function transpose():Matrix<T> return new Matrix(cols, rows, (i, j) -> this[j][i]);
	public function map<U>(f:T->U):Matrix<U> return new Matrix(rows, cols, (i, j) -> f(this[i][j]));
	public static function det(m:Matrix<Float>):Float { var n = m.rows, a = m.map(x -> x), d = 1.; for (i in 0...n) { var p = i; while (p < n && a[p][i] == 0) p++; if (p == n) return 0; if (p != i) { d = -d; for (c in 0...n) { var t = a[p][c]; a[p][c] = a[i][c]; a[i][c] = t; } } d *= a[i][i]; for (r in i + 1...n) { var f = a[r][i] / a[i][i]; for (c in i...n) a[r][c] -= f * a[i][c]; } } return d; }
	public function toString() return [for (r in this) r.toArray().join(" ")].join("; ");
}
class Multi<T> { final m:Map<String, List<T>> = new Map(); public function new() {} public function add(k:String, ...vs:T) { if (!m.exists(k)) m[k] = new List(); for (v in vs) m[k].add(v); return this; } public function all() return [for (k => l in m) for (v in l) '$k:$v']; }
class Memo { public static function fix<A, B>(f:(A->B)->A->B, key:A->String):A->B { var cache:Map<String, B> = []; function self(a:A):B { var k = key(a); if (cache.exists(k)) return cache[k]; var r = f(self, a); cache[k] = r; return r; } return self; } }
@:generic class Ring<T> { final buf:Vector<T>; var head = 0; public var length(default, null) = 0; public function new(n) buf = new Vector(n); public function push(x:T) { buf[(head + length) % buf.length] = x; if (length < buf.length) length++ else head = (head + 1) % buf.length; } public inline function get(i:Int):T return buf[(head + i) % buf.length]; public function iterator() return new RingIter(this); }
@:generic class RingIter<T> { final r:Ring<T>; var i = 0; public function new(r) this.r = r; public inline function hasNext() return i < r.length; public inline function next():T return r.get(i++); }
class Factory { @:generic public static function make<T:Constructible<Int->Void>>(n:Int):T return new T(n); public static function clone<T:{ function copy():T; }>(x:T):T return x.copy(); public static function maxBy<T, K:Float>(a:Array<T>, f:T->K):T { var best = a[0]; for (x in a) if (f(x) > f(best)) best = x; return best; } }
class Boxed { public final n:Int; public function new(n:Int) this.n = n; public function copy() return new Boxed(n + 1); }
enum Nat { Z; S(n:Nat); }
enum Lst<T> { Nil; Cons(h:T, t:Lst<T>); }
class L { public static function of<T>(a:Array<T>):Lst<T> { var r = Nil; for (i in 0...a.length) r = Cons(a[a.length - 1 - i], r); return r; } public static function map<A, B>(l:Lst<A>, f:A->B):Lst<B> return switch l { case Nil: Nil; case Cons(h, t): Cons(f(h), map(t, f)); } public static function rev<A>(l:Lst<A>, acc:Lst<A> = null):Lst<A> return switch l { case Nil: acc == null ? Nil : acc; case Cons(h, t): rev(t, Cons(h, acc == null ? Nil : acc)); } public static function str<A>(l:Lst<A>):String return switch l { case Nil: "."; case Cons(h, t): h + ":" + str(t); } public static function zip<A, B>(a:Lst<A>, b:Lst<B>):Lst<{ a:A, b:B }> return switch [a, b] { case [Cons(x, xs), Cons(y, ys)]: Cons({ a: x, b: y }, zip(xs, ys)); case _: Nil; } }
class Main {
	static function nat(n:Nat):Int return switch n { case Z: 0; case S(S(S(x))): 3 + nat(x); case S(x): 1 + nat(x); }
	static function plus(a:Nat, b:Nat) return switch a { case Z: b; case S(x): S(plus(x, b)); }
	static function greet(p:Person) return p.name + (p.nick == null ? "" : ' "${p.nick}"') + p.age;
	static function len<T>(r:Rec<T>):Int return r == null ? 0 : 1 + len(r.next);
	static function main() {
		var e = Expr.parse("1 2 + 3 4 + *");
		Sys.println(e.accept(new Show()) + " = " + e.accept(new Eval()) + " depth " + e.accept(new Depth()));
		try new Bin(e, e).accept(new Eval()) catch (e:haxe.exceptions.NotImplementedException) Sys.println("not implemented");
		var t = new Tree<Ver, String>([for (s in ["1.10", "1.2", "2", "0.9.5", "1.2.1"]) { k: new Ver(s), v: "v" + s }]);
		for (i in 0...50) t.set(new Ver('3.$i'), "x");
		Sys.println([for (k => v in t) if (v != "x") k.toString()].join(" ") + " " + t.get(new Ver("1.2.0")) + " " + t.size + " " + t.height());
		var m:Matrix<Float> = [[1., 2], [3, 4]], id:Matrix<Float> = [[0., 1], [1, 0]];
		Sys.println((m * id).toString() + " | " + (~m).toString() + " | " + Matrix.det(m) + " " + m.map(x -> x > 2).toString());
		Sys.println(new Multi<Int>().add("a", 1, 2, 3).add("b").add("a", 4).all().join(","));
		Sys.println(Memo.fix((self:Int->Float, n:Int) -> n < 2 ? n * 1.0 : self(n - 1) + self(n - 2), n -> '$n')(60));
		var r = new Ring<Float>(3);
		for (i in 0...5) r.push(i * 1.5);
		Sys.println([for (x in r) x].join(",") + " " + r.get(0));
		var rs = new Ring<String>(2);
		for (s in ["a", "b", "c"]) rs.push(s);
		Sys.println([for (x in rs) x].join("") + (Factory.make(4) : Boxed).n + Factory.clone(new Boxed(1)).n + Factory.clone([1, 2]).length + Factory.maxBy(["a", "ccc", "bb"], s -> s.length));
		Sys.println(nat(plus(S(S(Z)), S(S(S(S(Z)))))) + " " + L.str(L.rev(L.map(L.of([1, 2, 3]), x -> x * x))) + " " + L.str(L.map(L.zip(L.of(["x", "y"]), L.of([1, 2, 3])), p -> p.a + p.b)));
		Sys.println(greet({ name: "Al", age: 3 }) + greet({ name: "Bo", age: 4, nick: "B" }) + len({ value: 1, next: { value: 2, next: { value: 3 } } }));
		var cmp:Map<String, (Int, Int) -> Bool> = ["<" => (a, b) -> a < b, ">" => (a, b) -> a > b, "=" => (a, b) -> a == b];
		Sys.println([for (k in ["<", ">", "="]) cmp[k](1, 2)].join(" "));
		var grid = [for (y in 0...3) [for (x in 0...4) x * y]];
		Sys.println([for (row in grid) for (c in row) if (c > 1) c].join(",") + " " + grid.map(r -> r.fold((a, b) -> a + b, 0)));
		var em:Map<Nat, Int> = new Map(); em[Z] = 0; em[S(Z)] = 1; em[S(S(Z))] = 2;
		Sys.println(em[S(Z)] + " " + em.exists(S(S(S(Z)))) + " " + [for (k => v in em) v].length);
		var om:Map<Boxed, String> = [], b1 = new Boxed(1); om[b1] = "one"; om[new Boxed(1)] = "other";
		Sys.println(om[b1] + [for (v in om) v].length + om.exists(new Boxed(1)));
		var h = new HashMap<Key, Int>(); h.set(new Key(1, 2), 12); h.set(new Key(1, 2), 13); Sys.println(h.get(new Key(1, 2)) + " " + h.exists(new Key(2, 1)));
		inline function swap<T>(a:Array<T>, i:Int, j:Int) { var x = a[i]; a[i] = a[j]; a[j] = x; }
		var a = [5, 2, 9, 1]; function qs(lo:Int, hi:Int) { if (lo >= hi) return; var p = a[hi], k = lo; for (i in lo...hi) if (a[i] < p) swap(a, i, k++); swap(a, k, hi); qs(lo, k - 1); qs(k + 1, hi); } qs(0, 3); Sys.println(a);
		var either:haxe.extern.EitherType<Int, String> = 5; either = "s"; Sys.println(Std.string(either));
		var any:Any = [1, 2]; var arr:Array<Int> = any; Sys.println(arr.length + (any is Array ? "!" : "?"));
		var fns:Array<Void->Int> = [for (i in 0...3) () -> i * 10]; Sys.println([for (f in fns) f()]);
		var s = switch [1, "x", null] { case [1, s, null] if (s.length == 1): 'got $s'; case _: "none"; }; Sys.println(s);
		Sys.println([for (i in 0...3) for (j in 0...3) if (i != j) { i: i, j: j }].filter(p -> p.i < p.j).map(p -> '${p.i}${p.j}').join(" "));
		Sys.println(Type.enumConstructor(S(Z)) + Type.enumParameters(S(Z)) + Z.match(S(_)) + Type.allEnums(Nat).length);
	}
}
private class Key { final a:Int; final b:Int; public function new(a, b) { this.a = a; this.b = b; } public function hashCode():Int return a * 31 + b; }
