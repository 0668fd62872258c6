// expect: 16
// expect: -2147483648
// expect: -2147483648
// expect: 16
// expect: -16
// expect: -1
// expect: 15
// expect: 2147483647
// expect: 1
// expect: 32
// expect: -32
// expect: 134217696
// expect: -2147483648
// expect: 1
// expect: 7
// expect: -7
class Shifts {
	static function main() {
		Sys.println(1 << 4);
		Sys.println(1 << 31);
		Sys.println(3 << 31);
		Sys.println(256 >> 4);
		Sys.println(-256 >> 4);
		Sys.println(-1 >> 31);
		Sys.println(-7 >>> 28);
		Sys.println(-1 >>> 1);
		Sys.println(-1 >>> 31);
		var n = 5;
		Sys.println(1 << n);
		Sys.println(-1000 >> n);
		Sys.println(-1000 >>> n);
		n = 31;
		Sys.println(1 << n);
		Sys.println(-5 >>> n);
		n = 0;
		Sys.println(7 << n);
		Sys.println(-7 >>> n);
	}
}
