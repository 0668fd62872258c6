// expect: 1
// expect: 6
// expect: 0
// expect: 2
// expect: 31
class RestArguments {
	static function sum(first:Int, ...rest:Int):Int {
		var s = first;
		for (r in rest)
			s += r;
		return s;
	}

	static function count(...all:String):Int
		return all.length;

	static function main() {
		Sys.println(sum(1));
		Sys.println(sum(1, 2, 3));
		Sys.println(count());
		Sys.println(count("a", "b"));
		Sys.println(sum(1, ...[10, 20]));
	}
}
