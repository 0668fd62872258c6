// Captured parameters can be changed, by the closure and by the function.
// expect: 112
// expect: 102
// expect: 3
// expect: [0,1,2,3]
class ClosureParameters {
	static function pair(n:Int):Array<Void->Int> {
		n *= 2;
		var r = [() -> ++n, () -> n];
		n += 100;
		return r;
	}

	static function each(from:Int, to:Int, f:Int->Bool):Int {
		while (from < to && f(from))
			from++;
		return from;
	}

	static function main() {
		var p = pair(5), q = pair(1);
		p[0]();
		p[0]();
		Sys.println(p[1]());
		Sys.println(q[1]());
		var seen = [];
		Sys.println(each(0, 10, function(i) {
			seen.push(i);
			return i < 3;
		}));
		Sys.println(seen);
	}
}
