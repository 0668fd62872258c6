// NaN and infinities in the functions of Math.
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: 0
// expect: true
// expect: 1
// expect: true
// expect: true
// expect: true
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
class MathSpecial {
	static function main() {
		var nan = Math.NaN, inf = Math.POSITIVE_INFINITY;
		Sys.println(Math.isNaN(Math.sqrt(-1)));
		Sys.println(Math.isNaN(Math.log(-1)));
		Sys.println(Math.log(0) == Math.NEGATIVE_INFINITY);
		Sys.println(Math.isNaN(Math.acos(2)));
		Sys.println(Math.isNaN(Math.abs(nan)));
		Sys.println(Math.abs(-inf) == inf);
		Sys.println(Math.exp(-inf));
		Sys.println(Math.sqrt(inf) == inf);
		Sys.println(Math.pow(0, 0));
		Sys.println(Math.pow(0, -1) == inf);
		Sys.println(Math.isNaN(Math.sin(inf)));
		Sys.println(Math.max(1, inf) == inf);
		Sys.println(Math.min(1, -inf) == -inf);
		Sys.println(Math.isFinite(1e300 * 1e300));
		Sys.println(Math.isFinite(0));
		Sys.println(Math.isNaN(1));
		Sys.println(Math.atan(inf) > 1.57);
		Sys.println(Math.isNaN(Math.max(nan, 1)));
		Sys.println(Math.isNaN(Math.min(1, nan)));
	}
}
