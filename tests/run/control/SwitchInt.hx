// expect: zero
// expect: one
// expect: minus one
// expect: two hundred and fifty-six
// expect: largest
// expect: other
// expect: other
// expect: two
// expect: and no falling through
class SwitchInt {
	static function name(n:Int):String {
		switch (n) {
			case 0:
				return "zero";
			case 1:
				return "one";
			case -1:
				return "minus one";
			case 0x100:
				return "two hundred and fifty-six";
			case 2147483647:
				return "largest";
			default:
				return "other";
		}
	}

	static function main() {
		for (n in [0, 1, -1, 256, 2147483647, 2, -2147483648])
			Sys.println(name(n));
		switch (3) {
			case 1:
				Sys.println("one");
		}
		var n = 2;
		switch n {
			case 1:
				Sys.println("one");
			case 2:
				Sys.println("two");
				Sys.println("and no falling through");
			case 3:
				Sys.println("three");
		}
	}
}
