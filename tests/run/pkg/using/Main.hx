// using makes static functions look like methods.
// expect: <word>
// expect: [aaa]
// expect: 50
// expect: 6
using tools.TextTools;
using Main.IntTools;

class IntTools {
	public static function squared(n:Int):Int
		return n * n;

	public static function plus(n:Int, m:Int):Int
		return n + m;
}

class Main {
	static function main() {
		Sys.println("word".surround("<", ">"));
		Sys.println("a".repeat(3).surround("[", "]"));
		Sys.println(7.squared().plus(1));
		Sys.println([1, 2, 3].total());
	}
}
