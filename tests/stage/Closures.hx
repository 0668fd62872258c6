// Captures by value and by cell, `this`, recursion, methods as values, default arguments.
class Closures {
	var base = 10;

	function new() {}

	function method(k:Int):Int return base + k;

	function bound():Int->Int return x -> method(x) + base;

	function taken():Int->Int return method;

	static function counter(step:Int):Void->Int {
		var n = 0;
		return function() {
			n += step;
			return n;
		};
	}

	static function factorial(n:Int):Int {
		function go(k:Int):Int return k < 2 ? 1 : k * go(k - 1);
		return go(n);
	}

	static function written(a:Int):Int {
		function set() a = 5;
		set();
		return a;
	}

	static function defaults(a:Int, ?b:String, c:Float = 1.5):Float return c;

	static function values():Int {
		var f = factorial;
		return f(3);
	}

	static function main() {}
}
