class Base {
	public function new() {}

	public function name():String
		return "base";

	public function show():String
		return "I am " + name();
}

class Sub extends Base {}

class Main {
	static var s:Base = new Sub();

	static function main() {
		for (i in 0...20000) {
			Sys.println(s.show());
			Sys.sleep(0.005);
		}
	}
}
