// expect: false
// expect: true
// expect: false
// expect: false
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
// expect: false
// expect: 100
// expect: 100
class NaN {
	static function main() {
		var n = Math.NaN;
		Sys.println(n == n);
		Sys.println(n != n);
		Sys.println(n < 1);
		Sys.println(n > 1);
		Sys.println(n <= n);
		Sys.println(!(n >= 0));
		Sys.println(Math.isNaN(n));
		Sys.println(Math.isNaN(n + 1));
		Sys.println(Math.isNaN(0.0 / 0.0));
		Sys.println(Math.isFinite(n));
		var count = 0;
		if (n < 0) count++;
		else if (n >= 0) count += 10;
		else count += 100;
		Sys.println(count);
		while (n < 5)
			count++;
		Sys.println(count);
	}
}
