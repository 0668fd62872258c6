// Named local functions may be recursive.
// expect: 720
// expect: 31
// expect: 23
// expect: 6
// expect: 18
// expect: 81
class LocalFunctions {
	static function main() {
		function fact(n:Int):Int
			return n < 2 ? 1 : n * fact(n - 1);
		Sys.println(fact(6));
		var calls = 0;
		function walk(depth:Int):Void {
			calls++;
			if (depth > 0) {
				walk(depth - 1);
				walk(depth - 1);
			}
		}
		walk(4);
		Sys.println(calls);
		function outer(n:Int):Int {
			function inner(m:Int):Int
				return m + n;
			return inner(1) + inner(2);
		}
		Sys.println(outer(10));
		var f = fact;
		Sys.println(f(3));
		function withDefault(a:Int, b:Int = 7)
			return a * b;
		Sys.println(withDefault(2) + withDefault(2, 2));
		inline function square(x:Int)
			return x * x;
		Sys.println(square(9));
	}
}
