// Standard error names the functions on the stack, the innermost first, beginning with the throw.
// expect stderr: Uncaught exception deep inside
// expect stderr: Called from Thrower.fail (*UncaughtTrace.hx:14)
// expect stderr: Called from Thrower.new (*UncaughtTrace.hx:10)
// expect stderr: Called from UncaughtTrace.middle (*UncaughtTrace.hx:21)
// expect stderr: Called from UncaughtTrace.main (*UncaughtTrace.hx:27)
// expect runtime error: deep inside
// expect: before
class Thrower {
	public function new() fail(1);

	function fail(n:Int) {
		if (n > 0)
			throw "deep inside";
		Sys.println(n);
	}
}

class UncaughtTrace {
	static function middle() {
		new Thrower();
		Sys.println("not reached");
	}

	static function main() {
		Sys.println("before");
		middle();
		Sys.println("not reached");
	}
}
