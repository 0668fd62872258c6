// An assignment to a property has the value that the setter returns.
// expect: 300
// expect: 3
// expect: 500
// expect: 5
// expect: 6
// expect: 9
// expect: 900
class Box {
	public var v(get, set):Int;

	var stored = 0;

	public function new() {}

	function get_v():Int
		return stored;

	function set_v(n:Int):Int {
		stored = n;
		return n * 100;
	}
}

class PropertySetterValue {
	static function main() {
		var b = new Box();
		var r = b.v = 3;
		Sys.println(r);
		Sys.println(b.v);
		r = b.v += 2;
		Sys.println(r);
		Sys.println(b.v);
		b.v++;
		Sys.println(b.v);
		var c = new Box();
		c.v = b.v = 9;
		Sys.println(b.v);
		Sys.println(c.v);
	}
}
