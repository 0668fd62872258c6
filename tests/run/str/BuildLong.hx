// Long strings made piece by piece.
// expect: 3000
// expect: c
// expect: bcab
// expect: 1001
// expect: 2
// expect: 2997
// expect: 93
// expect: 16384
// expect: true
class BuildLong {
	static function repeat(s:String, n:Int):String {
		var r = "";
		for (i in 0...n)
			r += s;
		return r;
	}

	static function main() {
		var s = repeat("abc", 1000);
		Sys.println(s.length);
		Sys.println(s.charAt(2999));
		Sys.println(s.substr(1498, 4));
		Sys.println(s.split("a").length);
		Sys.println(s.indexOf("ca"));
		Sys.println(s.lastIndexOf("ab"));
		var half = s;
		while (half.length > 100)
			half = half.substr(0, half.length >> 1);
		Sys.println(half.length);
		var doubled = "x";
		for (i in 0...14)
			doubled += doubled;
		Sys.println(doubled.length);
		Sys.println(s == repeat("abcabc", 500));
	}
}
