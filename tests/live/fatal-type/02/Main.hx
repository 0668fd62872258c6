class Extra {
	public var n = 3;

	public function new() {}
}

class Main {
	static function text()
		return "three" + new Extra().n;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
