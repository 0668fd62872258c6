// expect: 10
// expect: 24
// expect: 4
// expect: 012
// expect: 166
// expect: 2
class HigherOrder {
	static function fold(a:Array<Int>, first:Int, f:Int->Int->Int):Int {
		var r = first;
		for (x in a)
			r = f(r, x);
		return r;
	}

	static function times(n:Int, f:Int->Void):Void
		for (i in 0...n)
			f(i);

	static function memo(f:Int->Int):Int->Int {
		var known:Array<Null<Int>> = [];
		return function(n) {
			if (known[n] == null)
				known[n] = f(n);
			return known[n];
		};
	}

	static function main() {
		var a = [1, 2, 3, 4];
		Sys.println(fold(a, 0, (x, y) -> x + y));
		Sys.println(fold(a, 1, (x, y) -> x * y));
		Sys.println(fold(a, 0, function(x, y) return x > y ? x : y));
		var text = "";
		times(3, i -> text += i);
		Sys.println(text);
		var calls = 0;
		var square = memo(function(n) {
			calls++;
			return n * n;
		});
		Sys.println(square(9) + square(9) + square(2));
		Sys.println(calls);
	}
}
