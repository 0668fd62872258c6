// Int arithmetic wraps at 32 bits.
// expect: -2147483648
// expect: 2147483647
// expect: -2
// expect: 1
// expect: 0
// expect: -2147483648
// expect: 0
// expect: -67153019
// expect: -2147483648
// expect: 2147483647
// expect: -2
// expect: 2147483647
// expect: 1102119323
class Overflow {
	static function main() {
		var max = 0x7fffffff, min = -2147483648;
		Sys.println(max + 1);
		Sys.println(min - 1);
		Sys.println(max * 2);
		Sys.println(max * max);
		Sys.println(min * min);
		Sys.println(-min);
		Sys.println(65536 * 65536);
		Sys.println(123456789 * 987654321);
		var n = max;
		n++;
		Sys.println(n);
		n--;
		Sys.println(n);
		n += max;
		Sys.println(n);
		n = min;
		n -= 1;
		Sys.println(n);
		var h = 17;
		for (i in 0...20)
			h = h * 31 + i;
		Sys.println(h);
	}
}
