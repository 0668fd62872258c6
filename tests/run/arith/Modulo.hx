// The remainder has the sign of the dividend.
// expect: 1
// expect: -1
// expect: 1
// expect: -1
// expect: 0
// expect: 0
// expect: -8
// expect: -1
// expect: 1.5
// expect: -1.5
// expect: 1.5
// expect: 2
// expect: true
// expect: 10
class Modulo {
	static function main() {
		Sys.println(7 % 3);
		Sys.println(-7 % 3);
		Sys.println(7 % -3);
		Sys.println(-7 % -3);
		Sys.println(6 % 3);
		Sys.println(0 % 5);
		var min = -2147483648;
		Sys.println(min % 10);
		Sys.println(min % 2147483647);
		Sys.println(5.5 % 2);
		Sys.println(-5.5 % 2);
		Sys.println(5.5 % -2);
		Sys.println(7 % 2.5);
		Sys.println(Math.isNaN(1.0 % 0.0));
		var a = 100;
		a %= 30;
		Sys.println(a);
	}
}
