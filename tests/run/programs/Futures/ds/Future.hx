package ds;
import ds.Callback;
import ds.Outcome;

abstract Future<T>(FutureObject<T>) from FutureObject<T> {
	inline public function new(f:Callback<T>->CallbackLink) this = new SimpleFuture(f);
	public inline function handle(callback:Callback<T>):CallbackLink return this.handle(callback);
	public inline function map<A>(f:T->A):Future<A> return this.map(f);
	public inline function flatMap<A>(next:T->Future<A>):Future<A> return flatten(map(next));
	public function or(other:Future<T>):Future<T> {
		var t = trigger();
		handle(t.trigger); other.handle(t.trigger);
		return t.asFuture();
	}
	@:op(a + b) static function and<A, B>(a:Future<A>, b:Future<B>):Future<{a:A, b:B}>
		return a.flatMap(function(x) return b.map(function(y) return { a: x, b: y }));
	@:op(a >> b) static public function _tryFailingMap<D, F, R>(f:Future<Outcome<D, F>>, map:D->R):Future<Outcome<R, F>>
		return f.map(function(o) return switch o { case Success(d): Success(map(d)); case Failure(f): Failure(f); });
	static public function flatten<A>(f:Future<Future<A>>):Future<A>
		return new Future(function(callback:Callback<A>) {
			var ret:CallbackLink = null;
			ret = f.handle(function(next:Future<A>) { ret = next.handle(function(result) callback.invoke(result)); });
			return ret;
		});
	@:from static public function sync<A>(v:A):Future<A> return new SyncFuture(v);
	static public function ofMany<A>(futures:Array<Future<A>>):Future<Array<A>> {
		var ret = sync([]);
		for (f in futures)
			ret = ret.flatMap(function(results:Array<A>) return f.map(function(result) return results.concat([result])));
		return ret;
	}
	@:noUsing static inline public function trigger<A>():FutureTrigger<A> return new FutureTrigger();
}
private interface FutureObject<T> {
	function map<R>(f:T->R):Future<R>;
	function handle(callback:Callback<T>):CallbackLink;
}
private class SyncFuture<T> implements FutureObject<T> {
	var value:Lazy<T>;
	public inline function new(value:Lazy<T>) this.value = value;
	public inline function map<R>(f:T->R):Future<R> return new SyncFuture(value.map(f));
	public function handle(cb:Callback<T>):CallbackLink { cb.invoke(value); return null; }
}
private class SimpleFuture<T> implements FutureObject<T> {
	var f:Callback<T>->CallbackLink;
	public inline function new(f) this.f = f;
	public inline function handle(callback:Callback<T>):CallbackLink return f(callback);
	public inline function map<R>(f:T->R):Future<R>
		return new Future(function(cb) return this.f(function(v) cb.invoke(f(v))));
}
class FutureTrigger<T> implements FutureObject<T> {
	var result:T;
	var list:CallbackList<T>;
	var done = false;
	public function new() this.list = new CallbackList();
	public function handle(callback:Callback<T>):CallbackLink
		return if (done) { callback.invoke(result); null; } else list.add(callback);
	public function map<R>(f:T->R):Future<R> {
		var ret = new FutureTrigger<R>();
		handle(function(v) ret.trigger(f(v)));
		return ret;
	}
	public inline function asFuture():Future<T> return this;
	public function trigger(result:T):Bool
		return if (done) false else {
			done = true;
			var list = this.list;
			this.list = null;
			this.result = result;
			list.invoke(result);
			list.clear();
			true;
		}
}
