package ds;

abstract Callback<T>(T->Void) from (T->Void) {
	inline function new(f) this = f;
	@:to inline function toFunction() return this;
	public inline function invoke(data:T):Void (this)(data);
	@:to static function ignore<T>(cb:Callback<Noise>):Callback<T> return function(_) cb.invoke(Noise.Noise);
	@:from static function fromNiladic<A>(f:Void->Void):Callback<A> return function(_) f();
	@:from static function fromMany<A>(callbacks:Array<Callback<A>>):Callback<A>
		return function(v:A) for (callback in callbacks) callback.invoke(v);
}
@:enum abstract Noise(Null<Dynamic>) {
	var Noise = null;
	@:from static function ofAny<T>(t:Null<T>):Noise return Noise;
}
abstract CallbackLink(Void->Void) {
	inline function new(link:Void->Void) this = link;
	public inline function cancel():Void if (this != null) (this)();
	@:from static inline function fromFunction(f:Void->Void) return new CallbackLink(f);
	@:to inline function toFunction():Void->Void return this;
	@:op(a & b) static public inline function join(a:CallbackLink, b:CallbackLink):CallbackLink
		return function() { a.cancel(); b.cancel(); };
}
private class Cell<T> {
	public var cb:Callback<T>;
	function new() {}
	static var pool:Array<Cell<Dynamic>> = [];
	static public function get<A>():Cell<A> return if (pool.length > 0) cast pool.pop(); else new Cell();
	static public function free<A>(c:Cell<A>) { c.cb = null; pool.push(c); }
	static public inline function pooled() return pool.length;
}
abstract CallbackList<T>(Array<Cell<T>>) {
	public var length(get, never):Int;
	inline public function new():Void this = [];
	inline function get_length():Int return this.length;
	public function add(cb:Callback<T>):CallbackLink {
		var node = Cell.get();
		node.cb = cb;
		this.push(node);
		return function() { if (this.remove(node)) Cell.free(node); node = null; };
	}
	public function invoke(data:T) for (cell in this.copy()) if (cell.cb != null) cell.cb.invoke(data);
	public function clear():Void for (cell in this.splice(0, this.length)) Cell.free(cell);
	public static function pooled() return Cell.pooled();
}
