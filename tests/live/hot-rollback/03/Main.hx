import molt.Hot;

class Main {
	static var calls = 0;

	static function text() {
		if (++calls > 10) {
			calls = 0;
			Hot.rollback(1);
		}
		return "four";
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + Hot.version);
			Sys.sleep(0.005);
		}
	}
}
