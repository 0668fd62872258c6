// Endless recursion is an exception like another; afterwards the program goes on.
// expect: caught
// expect: true
// expect: caught again
// expect: closure too
// expect: goes on
class StackOverflow {
	static var depth = 0;

	static function down(n:Int):Int {
		depth++;
		return 1 + down(n + 1);
	}

	function new() {}

	function method(s:String):String
		return method(s + "x") + "y";

	static function main() {
		try {
			down(0);
			Sys.println("not reached");
		} catch (e:Dynamic) {
			Sys.println("caught");
		}
		Sys.println(depth > 100);
		depth = 0;
		try {
			down(0);
		} catch (e:Dynamic) {
			Sys.println("caught again");
		}
		var f:Int->Int = null;
		f = n -> f(n + 1) + 1;
		try {
			f(0);
		} catch (e:Dynamic) {
			Sys.println("closure too");
		}
		Sys.println("goes on");
	}
}
