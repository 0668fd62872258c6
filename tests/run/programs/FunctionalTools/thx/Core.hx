package thx;
import haxe.ds.Option;
using thx.Core.Arrays;
using thx.Core.Options;
using thx.Core.Functions;

typedef Semigroup<A> = { append:A->A->A };
abstract Monoid<A>({ zero:A, append:A->A->A }) from { zero:A, append:A->A->A } {
	public var zero(get, never):A;
	inline function get_zero():A return this.zero;
	public inline function append(a:A, b:A):A return this.append(a, b);
	public function fold(xs:ReadonlyArray<A>):A { var r = zero; for (x in xs) r = append(r, x); return r; }
	public static var intSum(default, never):Monoid<Int> = { zero: 0, append: (a, b) -> a + b };
	public static function array<T>():Monoid<Array<T>> return { zero: [], append: (a, b) -> a.concat(b) };
	public static function option<T>(m:Monoid<T>):Monoid<Option<T>> return { zero: None, append: (a:Option<T>, b:Option<T>) -> switch [a, b] { case [Some(x), Some(y)]: Some(m.append(x, y)); case [None, o] | [o, None]: o; } };
}
typedef ReadonlyArray<T> = haxe.ds.ReadOnlyArray<T>;
abstract Tuple<A, B>({ _0:A, _1:B }) from { _0:A, _1:B } {
	public var left(get, never):A; inline function get_left() return this._0;
	public var right(get, never):B; inline function get_right() return this._1;
	inline public function new(a:A, b:B) this = { _0: a, _1: b };
	public static inline function of<A, B>(a:A, b:B):Tuple<A, B> return new Tuple(a, b);
	public function flip():Tuple<B, A> return { _0: this._1, _1: this._0 };
	public function map<C>(f:B->C):Tuple<A, C> return of(left, f(right));
	public inline function with<C>(c:C):Tuple3<A, B, C> return new Tuple3(this._0, this._1, c);
	@:to public function toString():String return 'Tuple(${this._0},${this._1})';
}
abstract Tuple3<A, B, C>({ _0:A, _1:B, _2:C }) { public inline function new(a, b, c) this = { _0: a, _1: b, _2: c }; public function toArray():Array<Dynamic> return [this._0, this._1, this._2]; }
enum Either<L, R> { Left(v:L); Right(v:R); }
abstract Validation<E, A>(Either<E, A>) from Either<E, A> to Either<E, A> {
	public static inline function success<E, A>(a:A):Validation<E, A> return Right(a);
	public static inline function failure<E, A>(e:E):Validation<E, A> return Left(e);
	public static function nel<A>(e:Option<A>, err:String):VNel<String, A> return switch e { case Some(a): success(a); case None: failure(Nel.pure(err)); }
	public inline function map<B>(f:A->B):Validation<E, B> return ap(Right(f), (e1, _) -> e1);
	public function ap<B>(v:Validation<E, A->B>, sg:E->E->E):Validation<E, B> return switch [this, (v : Either<E, A->B>)] {
		case [Right(a), Right(f)]: Right(f(a));
		case [Left(e), Right(_)] | [Right(_), Left(e)]: Left(e);
		case [Left(e0), Left(e1)]: Left(sg(e1, e0));
	}
	public static function val2<X, A, B, C>(f:A->B->C, v1:Validation<X, A>, v2:Validation<X, B>, s:X->X->X):Validation<X, C> return v2.ap(v1.map((a:A) -> (b:B) -> f(a, b)), s);
	public static function val3<X, A, B, C, D>(f:A->B->C->D, v1:Validation<X, A>, v2:Validation<X, B>, v3:Validation<X, C>, s:X->X->X):Validation<X, D> return v3.ap(val2((a:A, b:B) -> (c:C) -> f(a, b, c), v1, v2, s), s);
	public function either():Either<E, A> return this;
}
typedef VNel<E, A> = Validation<Nel<E>, A>;
enum NelImpl<A> { Single(a:A); Cons(a:A, tail:NelImpl<A>); }
abstract Nel<A>(NelImpl<A>) from NelImpl<A> to NelImpl<A> {
	@:from public static function pure<A>(a:A):Nel<A> return Single(a);
	@:op(A + B) public function append(o:Nel<A>):Nel<A> return switch this { case Single(x): Cons(x, o); case Cons(x, xs): Cons(x, (xs : Nel<A>).append(o)); }
	public function toArray():Array<A> return switch this { case Single(a): [a]; case Cons(a, t): [a].concat((t : Nel<A>).toArray()); }
	public static function semigroup<A>():Nel<A>->Nel<A>->Nel<A> return (a, b) -> a + b;
	public function map<B>(f:A->B):Nel<B> return switch this { case Single(a): Single(f(a)); case Cons(a, t): Cons(f(a), (t : Nel<A>).map(f)); }
}
class Functions {
	public static inline function compose<A, B, C>(fa:B->C, fb:A->B):A->C return x -> fa(fb(x));
	public static function curry<A, B, C>(f:A->B->C):A->(B->C) return a -> b -> f(a, b);
	public static function memoize<T>(f:String->T):String->T { var m = new Map<String, T>(); return k -> m.exists(k) ? m[k] : m[k] = f(k); }
	public static function negate<T>(f:T->Bool):T->Bool return v -> !f(v);
	public static inline function identity<T>(v:T):T return v;
	public static inline function with<A, B>(a:A, f:A->B):B return f(a);
	public static function times<T>(n:Int, f:Int->T):Array<T> return [for (i in 0...n) f(i)];
}
class Options {
	public static function ofValue<T>(v:Null<T>):Option<T> return null == v ? None : Some(v);
	public static function map<T, O>(o:Option<T>, f:T->O):Option<O> return switch o { case None: None; case Some(v): Some(f(v)); }
	public static function flatMap<T, O>(o:Option<T>, f:T->Option<O>):Option<O> return o.cata(None, f);
	public static function cata<A, B>(o:Option<A>, none:B, f:A->B):B return switch o { case None: none; case Some(v): f(v); }
	public static function filter<T>(o:Option<T>, f:T->Bool):Option<T> return switch o { case Some(v) if (f(v)): o; case _: None; }
	public static inline function getOrElse<T>(o:Option<T>, d:T):T return o.cata(d, x -> x);
	public static function or<T>(a:Option<T>, b:Option<T>):Option<T> return switch a { case None: b; case Some(_): a; }
	public static function toArray<T>(o:Option<T>):Array<T> return switch o { case None: []; case Some(v): [v]; }
}
class Arrays {
	public static function groupBy<K, T>(a:ReadonlyArray<T>, f:T->K, into:Map<K, Array<T>>):Map<K, Array<T>> { for (x in a) { var k = f(x); if (!into.exists(k)) into.set(k, []); into.get(k).push(x); } return into; }
	public static function reduce<A, B>(a:ReadonlyArray<A>, f:B->A->B, init:B):B { for (x in a) init = f(init, x); return init; }
	public static function flatMap<A, B>(a:ReadonlyArray<A>, f:A->Array<B>):Array<B> return a.reduce((acc:Array<B>, x) -> acc.concat(f(x)), []);
	public static function zip<A, B>(a:ReadonlyArray<A>, b:ReadonlyArray<B>):Array<Tuple<A, B>> return [for (i in 0...Std.int(Math.min(a.length, b.length))) Tuple.of(a[i], b[i])];
	public static function find<T>(a:ReadonlyArray<T>, p:T->Bool):Option<T> { for (x in a) if (p(x)) return Some(x); return None; }
	public static inline function first<T>(a:ReadonlyArray<T>):Null<T> return a[0];
	public static function order<T>(a:Array<T>, f:T->T->Int):Array<T> { var c = a.copy(); c.sort(f); return c; }
	public static function distinct<T>(a:ReadonlyArray<T>, ?eq:T->T->Bool):Array<T> { if (eq == null) eq = (x, y) -> x == y; var out:Array<T> = []; for (x in a) if (!out.find(y -> eq(x, y)).match(Some(_))) out.push(x); return out; }
	public static function window<T>(a:Array<T>, n:Int):Array<Array<T>> return [for (i in 0...a.length - n + 1) a.slice(i, i + n)];
	public static function traverse<A, B>(a:ReadonlyArray<A>, f:A->Option<B>):Option<Array<B>> { var out = []; for (x in a) switch f(x) { case Some(v): out.push(v); case None: return None; } return Some(out); }
	public static function spanByIndex<T, K>(a:Array<T>, key:T->K):Array<Array<T>> { var acc:Array<Array<T>> = [], cur:Null<K> = null; for (i in 0...a.length) { var k = key(a[i]); if (i == 0 || k != cur) acc.push([]); cur = k; acc[acc.length - 1].push(a[i]); } return acc; }
}
class Ints { public static inline function isEven(i:Int) return i & 1 == 0; public static inline function compare(a:Int, b:Int) return a - b; public static function range(start:Int, ?stop:Int, step = 1) { if (stop == null) { stop = start; start = 0; } return [while (start < stop) { var v = start; start += step; v; }]; } public static function canParse(s:String) return ~/^[+-]?\d+$/.match(s); public static function parse(s:String, base = 10):Option<Int> return canParse(s) ? Some(Std.parseInt(s)) : None; }
