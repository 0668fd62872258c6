// no oracle: the text for a failed cast is the target's own
// expect runtime error:
// expect: before
class Other {}

class UncaughtCast {
	function new() {}

	static function main() {
		var d:Dynamic = new UncaughtCast();
		Sys.println("before");
		var o = cast(d, Other);
		Sys.println("not reached");
	}
}
