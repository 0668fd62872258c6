class Main {
	static function text():String {
		return "one ";
	}

	static function more():String {
		return "more";
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + more());
			Sys.sleep(0.005);
		}
	}
}
