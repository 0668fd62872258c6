// Objects are equal when they are the same object.
// expect: false
// expect: true
// expect: true
// expect: false
// expect: true
// expect: 5
// expect: true
// expect: 0
// expect: -1
// expect: false
// expect: true
class P {
	public var n:Int;

	public function new(n)
		this.n = n;
}

class Equality {
	static function main() {
		var a = new P(1), b = new P(1), c = a;
		Sys.println(a == b);
		Sys.println(a == c);
		Sys.println(a != b);
		Sys.println(a == null);
		Sys.println(null != b);
		c.n = 5;
		Sys.println(a.n);
		var d:Dynamic = a;
		Sys.println(d == c);
		var l = [a, b];
		Sys.println(l.indexOf(c));
		Sys.println(l.indexOf(new P(1)));
		Sys.println([1] == [1]);
		var x = [1], y = x;
		Sys.println(x == y);
	}
}
