// expect: 0
// expect: 2147483647
// expect: -2147483648
// expect: 16
// expect: 255
// expect: -1
// expect: 2147483647
// expect: -2147483648
// expect: -5
// expect: 5
class IntLiterals {
	static function main() {
		Sys.println(0);
		Sys.println(2147483647);
		Sys.println(-2147483648);
		Sys.println(0x10);
		Sys.println(0xff);
		Sys.println(0xFFFFFFFF);
		Sys.println(0x7fffffff);
		Sys.println(0x80000000);
		Sys.println(- 5);
		Sys.println(-(-5));
	}
}
