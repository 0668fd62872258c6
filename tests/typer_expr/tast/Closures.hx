class Closures {
	var field = 1;

	function new() {}

	function method():Int->Int {
		var a = 1;
		function rec(n:Int):Int
			return n == 0 ? a : rec(n - 1);
		var f = x -> x + a + field;
		return f;
	}

	static function main() {
		new Closures().method();
	}
}
