class Meter {
	public var value:Float = 3;

	public function new() {}

	public function show():String
		return "half " + value / 2;
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
