class Main {
	static var state = 1;

	static function text()
		return "two";


	static var made = make();

	static function make():Int {
		while (true) {}
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
