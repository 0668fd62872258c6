// Inlining: arguments once and in order, early returns, type arguments, `this` of an abstract.
abstract Length(Float) {
	public inline function new(metres:Float) this = metres;

	public inline function grow(by:Float):Void this += by;

	@:op(A + B) inline function add(other:Length):Length return new Length(toFloat() + other.toFloat());

	public inline function toFloat():Float return this;
}

class Pair<T> {
	public var a:T;
	public var b:T;

	public function new(a:T, b:T) {
		this.a = a;
		this.b = b;
	}

	public inline function first(swap:Bool):T return swap ? b : a;
}

class Inline {
	static inline var LIMIT = 3;

	static inline function clamp(x:Int):Int {
		if (x < 0) return 0;
		return x > LIMIT ? LIMIT : x;
	}

	static inline function optional(x:Int, by:Int = 10):Int return x * by;

	static function clamped(xs:Array<Int>):Int return clamp(xs[0]) + clamp(5);

	static function lengths():Float {
		var l = new Length(1.5);
		l.grow(2);
		return (l + new Length(1)).toFloat();
	}

	static function generic(p:Pair<Int>):Int return p.first(true) + 1;

	static function optionals(y:Int):Int return optional(y) + optional(y, 2);

	static function main() {}
}
