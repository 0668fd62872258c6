class Main {
	static var n = 0;

	static function text():String {
		return "two";
	}

	static function main() {
		for (i in 0...20000) {
			n++;
			Sys.println("n " + n);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
