// expect: 8
// expect: 14
// expect: 6
// expect: -13
// expect: -1
// expect: 0
// expect: 240
// expect: 255
// expect: true
// expect: 9
// expect: 16
class Bitwise {
	static function main() {
		var a = 12, b = 10;
		Sys.println(a & b);
		Sys.println(a | b);
		Sys.println(a ^ b);
		Sys.println(~a);
		Sys.println(~0);
		Sys.println(~-1);
		Sys.println(0xF0F0 & 0x0FF0);
		Sys.println(-1 & 0xff);
		Sys.println((a & 4) != 0);
		Sys.println(a & b | 1);
		var bits = 0, n = 0x5A5A5A5A;
		while (n != 0) {
			n &= n - 1;
			bits++;
		}
		Sys.println(bits);
	}
}
