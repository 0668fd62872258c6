class Main {
	static var extra = "extra";

	static function text():String
		return "with " + extra;

	static function main() {
		for (i in 0...20000) {
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
