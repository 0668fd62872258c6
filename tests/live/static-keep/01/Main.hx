class Main {
	@:hot.keep static var mode = "second";

	static function main() {
		for (i in 0...20000) {
			Sys.println("mode " + mode);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}

	static function text():String
		return "b";
}
