// A closure that calls itself through the variable that holds it.
// expect: 610
// expect: true
// expect: false
// expect: second, first 1
// expect: end
class RecursiveClosure {
	static function main() {
		var fib:Int->Int = null;
		fib = n -> n < 2 ? n : fib(n - 1) + fib(n - 2);
		Sys.println(fib(15));
		var even:Int->Bool = null, odd:Int->Bool = null;
		even = n -> n == 0 || odd(n - 1);
		odd = n -> n != 0 && even(n - 1);
		Sys.println(even(20));
		Sys.println(odd(20));
		var f:Int->String = function(n) return "first " + n;
		var g = f;
		f = function(n) return n == 0 ? "end" : "second, " + g(n);
		Sys.println(f(1));
		Sys.println(f(0));
	}
}
