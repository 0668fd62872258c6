// expect: 3
// expect: 2
// expect: 1
// expect: 101
// expect: null
// expect: n
// expect: 42
class Counter {
	public static var total = 0;
	public static var name:String;

	static var secret = 42;

	public var own = 0;

	public function new() {}

	public function hit() {
		own++;
		total++;
		Counter.total += 0;
	}

	public static function reveal():Int {
		return secret;
	}
}

class StaticFields {
	static function main() {
		var a = new Counter(), b = new Counter();
		a.hit();
		a.hit();
		b.hit();
		Sys.println(Counter.total);
		Sys.println(a.own);
		Sys.println(b.own);
		Counter.total = 100;
		b.hit();
		Sys.println(Counter.total);
		Sys.println(Counter.name);
		Counter.name = "n";
		Sys.println(Counter.name);
		Sys.println(Counter.reveal());
	}
}
