// Std.int cuts off towards zero.
// expect: 2
// expect: -2
// expect: 0
// expect: 0
// expect: 7
// expect: 2147483647
// expect: -2147483648
// expect: 142857
// expect: 15
class StdInt {
	static function main() {
		Sys.println(Std.int(2.9));
		Sys.println(Std.int(-2.9));
		Sys.println(Std.int(0.5));
		Sys.println(Std.int(-0.5));
		Sys.println(Std.int(7));
		Sys.println(Std.int(2147483647.0));
		Sys.println(Std.int(-2147483648.0));
		Sys.println(Std.int(1e6 / 7));
		var n = 12345;
		var sum = 0;
		while (n > 0) {
			sum += n % 10;
			n = Std.int(n / 10);
		}
		Sys.println(sum);
	}
}
