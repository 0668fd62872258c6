class Base {
	public var n = 7;

	public function new() {}

	public function describe():String
		return "base " + n;
}

class Sub extends Base {}

class Main {
	static var b = new Base();
	static var s = new Sub();

	static function show():String
		return s.describe() + " " + b.describe();

	static function main() {
		for (i in 0...20000) {
			Sys.println(show());
			Sys.sleep(0.005);
		}
	}
}
