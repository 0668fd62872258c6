// expect: TextOfAbstract.hx:30: $5
// expect: TextOfAbstract.hx:31: is $5
// expect: TextOfAbstract.hx:32: $5
// expect: TextOfAbstract.hx:33: $5
// expect: TextOfAbstract.hx:35: 3
// expect: TextOfAbstract.hx:37: 5
// expect: TextOfAbstract.hx:39: red red red
abstract Money(Int) {
	public inline function new(x) this = x;
	public function toString() return "$" + this;
}

enum abstract Colour(Int) {
	var Red;
	var Green;
	public function toString():String return switch (cast this : Colour) {
		case Red: "red";
		case Green: "green";
	}
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
		var c = Colour.Red;
		trace('$c ' + c + " " + Std.string(c));
	}
}
