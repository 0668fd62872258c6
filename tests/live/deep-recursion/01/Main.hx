class Main {
	static function down(n:Int):Int {
		Sys.println(leaf());
		Sys.sleep(0.002);
		if (n == 0)
			return 0;
		return 2 + down(n - 1);
	}

	static function leaf():String
		return "two";

	static function main() {
		for (i in 0...100) {
			Sys.println("depth " + down(300));
		}
	}
}
