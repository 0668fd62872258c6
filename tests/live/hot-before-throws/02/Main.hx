class Main {
	@:hot.before static function leave() {}

	static function text()
		return "three";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
