class Main {
	static var state = 1;

	static function text()
		return "one";



	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
