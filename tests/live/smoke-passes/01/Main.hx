class Main {
	static var state = 1;

	static function text()
		return "two";

	@:hot.test static function check() {
		Sys.println("state in the test: " + state);
		state = 2;
		if (text() != "two")
			throw "not the new code";
	}


	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
