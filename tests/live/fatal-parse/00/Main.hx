class Main {
	static function text()
		return "one";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
