// expect: 22
// expect: 12
// expect: -12
// expect: 85
// expect: -85
// expect: -17
// expect: 17
// expect: 22
// expect: 264
// expect: 26
// expect: 0
class IntOps {
	static function main() {
		var a = 17, b = 5;
		Sys.println(a + b);
		Sys.println(a - b);
		Sys.println(b - a);
		Sys.println(a * b);
		Sys.println(a * -b);
		Sys.println(-a);
		Sys.println(- -a);
		Sys.println(a - -b);
		Sys.println((a + b) * (a - b));
		Sys.println(a + b * 2 - 1);
		Sys.println(0 * a);
	}
}
