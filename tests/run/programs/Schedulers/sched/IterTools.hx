package sched;
class IterTools {
	public static function map<A, B>(it:Iterator<A>, f:A->B):Iterator<B> return { hasNext: it.hasNext, next: () -> f(it.next()) };
	public static function filter<A>(it:Iterator<A>, f:A->Bool):Iterator<A> {
		var buf:Array<A> = [];
		function fill() { while (buf.length == 0 && it.hasNext()) { var x = it.next(); if (f(x)) buf.push(x); } return buf.length > 0; }
		return { hasNext: fill, next: () -> { fill(); buf.shift(); } };
	}
	public static function take<A>(it:Iterator<A>, n:Int):Iterator<A> return { hasNext: () -> n > 0 && it.hasNext(), next: () -> { n--; it.next(); } };
	public static function takeWhile<A>(it:Iterator<A>, f:A->Bool):Iterator<A> {
		var cur:{ v:A } = null, over = false;
		return { hasNext: () -> { if (cur == null && !over) { if (it.hasNext()) { var v = it.next(); if (f(v)) cur = { v: v } else over = true; } else over = true; } cur != null; }, next: () -> { var v = cur.v; cur = null; v; } };
	}
	public static function from<A>(seed:A, step:A->A):Iterator<A> return { hasNext: () -> true, next: () -> { var v = seed; seed = step(seed); v; } };
	public static function toArray<A>(it:Iterator<A>):Array<A> return [for (x in it) x];
	public static function reduce<A, B>(it:Iterator<A>, f:B->A->B, init:B):B { for (x in it) init = f(init, x); return init; }
	public static function zip<A, B>(a:Iterable<A>, b:Iterable<B>):Iterator<{ a:A, b:B }> { var x = a.iterator(), y = b.iterator(); return { hasNext: () -> x.hasNext() && y.hasNext(), next: () -> { a: x.next(), b: y.next() } }; }
	public static function chain<A>(a:Iterator<A>, b:Iterator<A>):Iterator<A> return { hasNext: () -> a.hasNext() || b.hasNext(), next: () -> a.hasNext() ? a.next() : b.next() };
	public static function enumerate<A>(a:Iterator<A>):Iterator<{ i:Int, v:A }> { var i = 0; return map(a, v -> { i: i++, v: v }); }
	public static function chunks<A>(a:Array<A>, n:Int):Iterator<Array<A>> { var i = 0; return { hasNext: () -> i < a.length, next: () -> { var c = a.slice(i, i + n); i += n; c; } }; }
	public static function permutations<A>(a:Array<A>):Array<Array<A>>
		return a.length <= 1 ? [a] : [for (i in 0...a.length) for (p in permutations(a.slice(0, i).concat(a.slice(i + 1)))) [a[i]].concat(p)];
}
