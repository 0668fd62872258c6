class Main {
	static function value()
		return 1;

	static function text():String
		return "fine " + value();

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
