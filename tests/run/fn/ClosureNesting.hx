// expect: 126
// expect: 127
// expect: 48
// expect: 123
// expect: 11
class ClosureNesting {
	static function make(a:Int) {
		var b = a * 2;
		return function(c:Int) {
			var d = b + c;
			return function(e:Int) {
				a++;
				return a + b + c + d + e;
			};
		};
	}

	static function main() {
		var f = make(1);
		var g = f(10);
		Sys.println(g(100));
		Sys.println(g(100));
		Sys.println(f(20)(0));
		var curry = (x:Int) -> (y:Int) -> (z:Int) -> x * 100 + y * 10 + z;
		Sys.println(curry(1)(2)(3));
		var compose = function(f:Int->Int, g:Int->Int) return function(x:Int) return f(g(x));
		Sys.println(compose(x -> x + 1, x -> x * 2)(5));
	}
}
