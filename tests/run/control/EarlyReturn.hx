// expect: negative
// expect: checked 3
// expect: small
// expect: checked 30
// expect: zero
// expect: digit
// expect: number
class EarlyReturn {
	static function check(n:Int):Void {
		if (n < 0) {
			Sys.println("negative");
			return;
		}
		Sys.println("checked " + n);
		if (n > 10)
			return;
		Sys.println("small");
	}

	static function classify(n:Int):String {
		if (n == 0)
			return "zero";
		return if (n < 10) "digit" else "number";
	}

	static function main() {
		check(-1);
		check(3);
		check(30);
		Sys.println(classify(0));
		Sys.println(classify(7));
		Sys.println(classify(70));
		return;
	}
}
