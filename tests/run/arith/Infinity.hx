// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: 0
// expect: false
// expect: false
// expect: true
// expect: true
// expect: true
class Infinity {
	static function main() {
		var p = Math.POSITIVE_INFINITY, m = Math.NEGATIVE_INFINITY;
		Sys.println(p > 1e300);
		Sys.println(m < -1e300);
		Sys.println(p == p);
		Sys.println(-p == m);
		Sys.println(p + 1 == p);
		Sys.println(Math.isNaN(p - p));
		Sys.println(Math.isNaN(p * 0));
		Sys.println(1 / p);
		Sys.println(Math.isFinite(p));
		Sys.println(Math.isFinite(m));
		Sys.println(Math.isFinite(1e308));
		Sys.println(1e308 * 10 == p);
		Sys.println(1 / -0.0 < 0);
	}
}
