class Counter {
	public var n = 0;
	public var step = 5;

	public function new() {}

	public function hit():Void {
		n++;
	}
}

class Main {
	static var all = [new Counter(), new Counter(), new Counter()];

	static function main() {
		for (i in 0...20000) {
			for (c in all)
				c.hit();
			Sys.println("n " + all[2].n);
			Sys.sleep(0.005);
		}
	}
}
