class Main {
	static function text()
		return "two";

	@:hot.after static function enter()
		Sys.sleep(1000);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
