// expect: TextOfAbstract.hx:20: $5
// expect: TextOfAbstract.hx:21: is $5
// expect: TextOfAbstract.hx:22: $5
// expect: TextOfAbstract.hx:23: $5
// expect: TextOfAbstract.hx:25: 3
// expect: TextOfAbstract.hx:27: 5
abstract Money(Int) {
	public inline function new(x) this = x;
	public function toString() return "$" + this;
}

class Hidden {
	public var x = 3;
	function new() {}
}

class TextOfAbstract {
	static function main() {
		var m = new Money(5);
		trace("" + m);
		trace('is $m');
		trace(m);
		trace(Std.string(m));
		var h:Hidden = untyped new Hidden();
		trace(h.x);
		var d:Dynamic = 5, s:String = d;
		trace(s);
	}
}
