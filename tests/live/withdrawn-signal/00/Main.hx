class Main {
	static var count = 0;

	static function risky():String {
		return "fine";
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(risky());
			Sys.sleep(0.005);
		}
	}
}
