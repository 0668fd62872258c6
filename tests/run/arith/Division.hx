// Division of two Ints is a Float.
// expect: 2.5
// expect: 3
// expect: -3.5
// expect: 2.5
// expect: 2
// expect: -2
// expect: 10
// expect: true
// expect: true
// expect: true
// expect: 3
// expect: 2.5
class Division {
	static function main() {
		Sys.println(5 / 2);
		Sys.println(6 / 2);
		Sys.println(-7 / 2);
		var a = 10, b = 4;
		var q = a / b;
		Sys.println(q);
		Sys.println(Std.int(a / b));
		Sys.println(Std.int(-a / b));
		Sys.println(a / b * b);
		Sys.println(1 / 0 == Math.POSITIVE_INFINITY);
		Sys.println(-1 / 0 == Math.NEGATIVE_INFINITY);
		Sys.println(Math.isNaN(0 / 0));
		var f = 7.5;
		Sys.println(f / 2.5);
		f /= 3;
		Sys.println(f);
	}
}
