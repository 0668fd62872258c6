// The expected type reaches into function values, arrays and conditionals.
// expect: a
// expect: abab
// expect: 3
// expect: 0
// expect: 4.5
// expect: 2
// expect: -2
class ExpectedType {
	static function apply(f:(Int, String) -> String):String
		return f(2, "ab");

	static function total(list:Array<Float>):Float {
		var t = 0.0;
		for (x in list)
			t += x;
		return t;
	}

	static function main() {
		Sys.println(apply((n, s) -> s.substr(0, n - 1)));
		Sys.println(apply(function(n, s) {
			var r = "";
			for (i in 0...n)
				r += s;
			return r;
		}));
		Sys.println(total([1, 2]));
		Sys.println(total([]));
		var fs:Array<Int->Float> = [x -> x / 2, x -> x];
		Sys.println(fs[0](3) + fs[1](3));
		var d:Dynamic = [1, 2];
		Sys.println(d.length);
		var f:Int->Int->Int = null;
		f = (a, b) -> a - b;
		Sys.println(f(3, 5));
	}
}
