// Only the lower five bits of a shift count matter.
// no oracle: the interpreter gives 0 for counts above 31 that are not constants
// expect: 2
// expect: -4
// expect: 5
// expect: 5
// expect: -5
// expect: -2147483648
// expect: 1
// expect: 2
// expect: 1
class ShiftCounts {
	static function main() {
		var n = 33;
		Sys.println(1 << n);
		Sys.println(-8 >> n);
		n = 32;
		Sys.println(5 << n);
		Sys.println(5 >> n);
		Sys.println(-5 >>> n);
		n = -1;
		Sys.println(1 << n);
		Sys.println(-1 >>> n);
		Sys.println(1 << 33);
		Sys.println(1 >> 32);
	}
}
