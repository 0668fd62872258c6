class Main {
	static var state = 1;

	static function text()
		return "two";

	@:hot.test static function check() {
		Sys.sleep(100);
	}


	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
