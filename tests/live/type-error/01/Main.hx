class Main {
	static var n = 100;

	static function text():String {
		return 2;
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
