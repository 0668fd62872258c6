class Main {
	static function check(n:Int):Int {
		if (n % 3 == 0)
			throw "three";
		return n;
	}

	static function guarded(n:Int):String {
		try {
			return "fine " + (check(n) > 0);
		} catch (e:String) {
			return "caught " + e;
		}
	}

	static function main() {
		for (i in 1...20000) {
			Sys.println(guarded(i));
			Sys.sleep(0.005);
		}
	}
}
