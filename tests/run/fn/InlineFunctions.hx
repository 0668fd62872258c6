// Arguments of an inline function are evaluated once, in order.
// expect: 8
// expect: 2
// expect: 6
// expect: 41239
// expect: 17
// expect: negative, twice is 8
// expect: 31
// expect: 3
// expect: 100
class InlineFunctions {
	static var log = "";

	static function say(n:Int):Int {
		log += n;
		return n;
	}

	static inline function twice(x:Int):Int
		return x + x;

	static inline function second(a:Int, b:Int):Int
		return b;

	static inline function clamp(v:Int, lo:Int, hi:Int):Int {
		return if (v < lo) lo else if (v > hi) hi else v;
	}

	static inline function swapSub(a:Int, b:Int):Int
		return b - a;

	static inline function early(n:Int):String {
		if (n < 0)
			return "negative";
		var t = n * 2;
		return "twice is " + t;
	}

	static inline function change(n:Int):Int {
		n = n * 10;
		return n + 1;
	}

	static function main() {
		Sys.println(twice(say(4)));
		Sys.println(second(say(1), say(2)));
		Sys.println(swapSub(say(3), say(9)));
		Sys.println(log);
		Sys.println(clamp(15, 0, 10) + clamp(-5, 0, 10) + clamp(7, 0, 10));
		Sys.println(early(-1) + ", " + early(4));
		var v = 3;
		Sys.println(change(v));
		Sys.println(v);
		var f = twice;
		Sys.println(f(50));
	}
}
