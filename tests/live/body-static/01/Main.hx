class Main {
	static function text():String {
		return "two";
	}

	static function main() {
		for (n in 0...20000) {
			Sys.println(text());
			Sys.println("turn " + n);
			Sys.sleep(0.005);
		}
	}
}
