// Thousands of exceptions through several frames.
// expect: 8000
// expect: 10000
class ManyThrows {
	static function level(n:Int, i:Int):Int {
		if (n == 0) {
			if (i % 2 == 0)
				throw i;
			return i;
		}
		return level(n - 1, i);
	}

	static function main() {
		var caught = 0, passed = 0;
		for (i in 0...4000) {
			try {
				passed += level(i % 7, i) % 10;
			} catch (n:Int) {
				caught += n % 10;
			}
		}
		Sys.println(caught);
		Sys.println(passed);
	}
}
