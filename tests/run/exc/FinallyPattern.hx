// Cleaning up in both ways out.
// expect: closed
// expect: 5
// expect: closed after inside
// expect: closed after inside
// expect: outside: inside
// expect: 0
class FinallyPattern {
	static var open = 0;

	static function with(f:Void->Int):Int {
		open++;
		var r;
		try {
			r = f();
		} catch (e:Dynamic) {
			open--;
			Sys.println("closed after " + e);
			throw e;
		}
		open--;
		Sys.println("closed");
		return r;
	}

	static function main() {
		Sys.println(with(() -> 5));
		try {
			with(function() {
				with(() -> throw "inside");
				return 0;
			});
		} catch (e:String) {
			Sys.println("outside: " + e);
		}
		Sys.println(open);
	}
}
