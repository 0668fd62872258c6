// Both ways to write function types.
// expect: 7
// expect: 15
// expect: 18
// expect: 4
// expect: 3
// expect: 203
// expect: 6
// expect: called
class FunctionTypes {
	static var old:Int->Int->Int;
	static var named:(a:Int, b:Int) -> Int;

	static function apply(f:Int->Int, n:Int):Int
		return f(n);

	static function twice(f:(Int) -> Int):Int->Int
		return n -> f(f(n));

	static function run(f:() -> Void, times:Int):Void {
		for (i in 0...times)
			f();
	}

	static function choose(which:Bool):(Float, Float) -> Float
		return which ? Math.max : Math.min;

	static function nested(f:(Int->Int)->Int):Int
		return f(x -> x + 100);

	static function optional(f:?Int->Int):Int
		return f() + f(5);

	static function main() {
		old = function(a, b) return a - b;
		named = old;
		Sys.println(named(10, 3));
		Sys.println(apply(x -> x * 3, 5));
		Sys.println(twice(x -> x * 3)(2));
		var n = 0;
		run(() -> n++, 4);
		Sys.println(n);
		Sys.println(choose(true)(1, 2) + choose(false)(1, 2));
		Sys.println(nested(g -> g(1) + g(2)));
		Sys.println(optional(function(?x:Int) return x == null ? 1 : x));
		var v:Void->String = () -> "called";
		Sys.println(v());
	}
}
