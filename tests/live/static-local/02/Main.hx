class Main {
	static function turn() {
		static var n = 0, step = 1000;
		Sys.println('three ' + (step++));
		Sys.println("turn " + (n++));
	}

	static function main() {
		for (i in 0...20000) {
			turn();
			Sys.sleep(0.005);
		}
	}
}
