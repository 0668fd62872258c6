class Base {
	public var n = 7;

	public function new() {}
}

class Sub extends Base {
	public function describe():String
		return "sub " + n;
}

class Main {
	static var b = new Base();
	static var s = new Sub();

	static function show():String
		return s.describe();

	static function main() {
		for (i in 0...20000) {
			Sys.println(show());
			Sys.sleep(0.005);
		}
	}
}
