// expect runtime error: n is 6
// expect: 1
class UncaughtInClosure {
	static function main() {
		var n = 5;
		var f = function(k:Int):Int {
			if (k == 0)
				throw "n is " + n;
			return k;
		};
		Sys.println(f(1));
		n = 6;
		[2, 0, 3].map(f);
		Sys.println("not reached");
	}
}
