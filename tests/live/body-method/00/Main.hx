class Counter {
	var n = 0;

	public function new() {}

	public function step():Int {
		n += 1;
		return n;
	}
}

class Main {
	static function main() {
		var c = new Counter();
		for (i in 0...20000) {
			Sys.println("n " + c.step());
			Sys.sleep(0.005);
		}
	}
}
