@:hot.type class Main {
	@:hot.nothing static function text()
		return "two";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
