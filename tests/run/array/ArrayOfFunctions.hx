// expect: -11
// expect: 4
// expect: 18
// expect: [6,6,-3]
// expect: -1
class ArrayOfFunctions {
	static function twice(x:Int):Int
		return x * 2;

	static function main() {
		var fs:Array<Int->Int> = [twice, x -> x + 1, function(x) return -x];
		var v = 5;
		for (f in fs)
			v = f(v);
		Sys.println(v);
		Sys.println(fs[0](fs[1](1)));
		fs[1] = fs[0];
		Sys.println(fs[1](9));
		Sys.println([for (f in fs) f(3)]);
		fs.reverse();
		Sys.println(fs[0](1));
	}
}
