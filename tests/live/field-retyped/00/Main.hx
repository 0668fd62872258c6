class Meter {
	public var value:Int = 3;

	public function new() {}

	public function show():String
		return "value " + value;
}

class Main {
	static var m = new Meter();

	static function main() {
		m.value = 9;
		for (i in 0...20000) {
			Sys.println(m.show());
			Sys.sleep(0.005);
		}
	}
}
