// trace prints file, line and all its arguments.
// expect: Trace.hx:10: text
// expect: Trace.hx:11: 1
// expect: Trace.hx:12: 1.5
// expect: Trace.hx:14: in a branch
// expect: Trace.hx:19: n is 3
// expect: Trace.hx:20: in a function value
class Trace {
	static function main() {
		trace("text");
		trace(1);
		trace(1.5);
		if (true)
			trace("in a branch");
		helper(3);
	}

	static function helper(n:Int) {
		trace('n is $n');
		var f = function() trace("in a function value");
		f();
	}
}
