// expect: 15
// expect: 12
// expect: 48
// expect: 19
// expect: 152
// expect: 76
// expect: 77
// expect: 5
// expect: 250
// expect: 15
// expect: 4.75
// expect: ab12.5truenull
// expect: 14
// expect: 20
class OpAssign {
	static function main() {
		var a = 10;
		a += 5;
		Sys.println(a);
		a -= 3;
		Sys.println(a);
		a *= 4;
		Sys.println(a);
		a %= 29;
		Sys.println(a);
		a <<= 3;
		Sys.println(a);
		a >>= 1;
		Sys.println(a);
		a |= 1;
		Sys.println(a);
		a &= 0x7;
		Sys.println(a);
		a ^= 0xff;
		Sys.println(a);
		a = -a;
		a >>>= 28;
		Sys.println(a);
		var f = 1.5;
		f += 1;
		f *= 4;
		f -= 0.5;
		f /= 2;
		Sys.println(f);
		var s = "a";
		s += "b";
		s += 1;
		s += 2.5;
		s += true;
		s += null;
		Sys.println(s);
		var x, y;
		x = y = 7;
		Sys.println(x + y);
		Sys.println((x += 3) * 2);
	}
}
