// expect: 45
// expect: too big: 120
// expect: 90
// expect: -91
class Limited {
	public var v(default, set):Int = 0;
	public var half(get, never):Int;

	public function new() {}

	function set_v(n:Int):Int {
		if (n > 100)
			throw "too big: " + n;
		return v = n;
	}

	function get_half():Int {
		if (v % 2 != 0)
			throw v;
		return v >> 1;
	}
}

class ThrowFromProperty {
	static function main() {
		var l = new Limited();
		try {
			l.v = 60;
			l.v += 30;
			Sys.println(l.half);
			l.v += 30;
		} catch (e:String) {
			Sys.println(e);
		}
		Sys.println(l.v);
		l.v++;
		var r = try l.half catch (n:Int) -n;
		Sys.println(r);
	}
}
