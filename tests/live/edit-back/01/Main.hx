class Main {
	static function text():String
		return "two";

	static function main() {
		for (i in 0...20000) {
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
