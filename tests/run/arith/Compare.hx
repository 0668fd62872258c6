// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
class Compare {
	static function main() {
		var a = 3, b = 5;
		Sys.println(a < b);
		Sys.println(a > b);
		Sys.println(a <= 3);
		Sys.println(b >= 6);
		Sys.println(a == 3);
		Sys.println(a != 3);
		Sys.println(-1 < 1);
		Sys.println(-2147483648 < 2147483647);
		var f = 2.5;
		Sys.println(f < a);
		Sys.println(a > f);
		Sys.println(f == 2.5);
		Sys.println(3.0 == a);
		Sys.println(-0.0 == 0.0);
		Sys.println(0xFFFFFFFF < 0);
		Sys.println("abc" < "abd");
		Sys.println("b" > "abc");
		Sys.println("" < "a");
		Sys.println("Z" < "a");
	}
}
