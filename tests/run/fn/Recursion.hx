// expect: 3628800
// expect: 1932053504
// expect: 2584
// expect: 13
// expect: 1023
class Recursion {
	static function factorial(n:Int):Int
		return n <= 1 ? 1 : n * factorial(n - 1);

	static function fib(n:Int):Int
		return n < 2 ? n : fib(n - 1) + fib(n - 2);

	static function ackermann(m:Int, n:Int):Int {
		if (m == 0)
			return n + 1;
		if (n == 0)
			return ackermann(m - 1, 1);
		return ackermann(m - 1, ackermann(m, n - 1));
	}

	static function hanoi(n:Int, from:String, to:String, via:String):Int {
		if (n == 0)
			return 0;
		return hanoi(n - 1, from, via, to) + 1 + hanoi(n - 1, via, to, from);
	}

	static function main() {
		Sys.println(factorial(10));
		Sys.println(factorial(13));
		Sys.println(fib(18));
		Sys.println(ackermann(2, 5));
		Sys.println(hanoi(10, "a", "b", "c"));
	}
}
