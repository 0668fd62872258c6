class Main {
	static function check(n:Int):Int {
		return n;
	}

	static function guarded(n:Int):String {
		return "never thrown " + (check(n) > 0);
	}

	static function main() {
		for (i in 1...20000) {
			Sys.println(guarded(i));
			Sys.sleep(0.005);
		}
	}
}
