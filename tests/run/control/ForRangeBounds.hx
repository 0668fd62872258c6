// The bounds of a range are evaluated once, from left to right, and changing the loop variable changes nothing else.
// expect: from
// expect: to
// expect: 1
// expect: 2
// expect: 3
// expect: 0
// expect: 1
// expect: 2
// expect: 2
class ForRangeBounds {
	static function from():Int {
		Sys.println("from");
		return 1;
	}

	static function to():Int {
		Sys.println("to");
		return 4;
	}

	static function main() {
		for (i in from()...to())
			Sys.println(i);
		var n = 3;
		for (i in 0...n) {
			n = 10;
			Sys.println(i);
		}
		var last = 2147483647, count = 0;
		for (i in last - 2...last)
			count++;
		Sys.println(count);
	}
}
