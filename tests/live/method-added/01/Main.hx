class Counter {
	public var n = 10;

	public function new() {}

	public function twice():Int {
		return n * 2;
	}
}

class Main {
	static var c = new Counter();

	static function show():String {
		return "twice " + c.twice();
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println(show());
			Sys.sleep(0.005);
		}
	}
}
