// expect: [11,22,48]
// expect: 24
// expect: 13
// expect: [0.25,1.5]
// expect: [ab,b5]
// expect: [13,48,22]
// expect: 154
class ElementOps {
	static function main() {
		var a = [1, 2, 3];
		a[0] += 10;
		a[1] *= a[0];
		a[2]++;
		--a[2];
		a[2] <<= 4;
		Sys.println(a);
		Sys.println(a[0]++ + ++a[0]);
		Sys.println(a[0]);
		var f = [1.0, 2.0];
		f[0] /= 4;
		f[1] -= 0.5;
		Sys.println(f);
		var s = ["a", "b"];
		s[0] += s[1];
		s[1] += 5;
		Sys.println(s);
		var t = a[1];
		a[1] = a[2];
		a[2] = t;
		Sys.println(a);
		var x = a[0] = 77;
		Sys.println(x + a[0]);
	}
}
