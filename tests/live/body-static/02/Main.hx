class Main {
	static function text():String {
		var s = "";
		for (i in 0...3)
			s += i;
		return s;
	}

	static function main() {
		for (n in 0...20000) {
			Sys.println(text());
			Sys.println("turn " + n);
			Sys.sleep(0.005);
		}
	}
}
