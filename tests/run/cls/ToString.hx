// toString decides how an object is printed, joined and concatenated.
// expect: V(1, 2)
// expect: a V(1, 2)
// expect: V(1, 2) b
// expect: in V(1, 2) text
// expect: V(1, 2)
// expect: [V(1, 2),V(3, 4),Z:V(5, 6)]
// expect: V(1, 2); V(1, 2)
// expect: Z:V(7, 8)
// expect: ToString.hx:44: V(1, 2)
// expect: none: null
class V {
	var x:Int;
	var y:Int;

	public function new(x, y) {
		this.x = x;
		this.y = y;
	}

	public function toString():String
		return 'V($x, $y)';
}

class W extends V {}

class Z extends W {
	override public function toString():String
		return "Z:" + super.toString();
}

class ToString {
	static function main() {
		var v = new V(1, 2);
		Sys.println(v);
		Sys.println("a " + v);
		Sys.println(v + " b");
		Sys.println('in $v text');
		Sys.println(Std.string(v));
		Sys.println([v, new W(3, 4), new Z(5, 6)]);
		Sys.println([v, v].join("; "));
		var d:Dynamic = new Z(7, 8);
		Sys.println(d);
		trace(v);
		var n:V = null;
		Sys.println("none: " + n);
	}
}
