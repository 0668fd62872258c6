class Main {
	static function work(n:Int):Int {
		var k = 0;
		while (k < n)
			k += 5;
		return k + 100;
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("worked " + work(10));
			Sys.sleep(0.005);
		}
	}
}
