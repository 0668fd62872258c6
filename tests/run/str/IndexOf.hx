// expect: 1
// expect: 1
// expect: -1
// expect: 3
// expect: -1
// expect: 0
// expect: -1
// expect: 0
// expect: 5
// expect: 3
// expect: -1
// expect: 3
// expect: 0
// expect: -1
// expect: 3
class IndexOf {
	static function main() {
		var s = "banana";
		Sys.println(s.indexOf("a"));
		Sys.println(s.indexOf("an"));
		Sys.println(s.indexOf("x"));
		Sys.println(s.indexOf("a", 2));
		Sys.println(s.indexOf("a", 6));
		Sys.println(s.indexOf("banana"));
		Sys.println(s.indexOf("bananas"));
		Sys.println(s.indexOf(""));
		Sys.println(s.lastIndexOf("a"));
		Sys.println(s.lastIndexOf("an"));
		Sys.println(s.lastIndexOf("x"));
		Sys.println(s.lastIndexOf("a", 4));
		Sys.println(s.lastIndexOf("b", 0));
		Sys.println("".indexOf("a"));
		var count = 0, at = 0;
		while ((at = s.indexOf("a", at)) >= 0) {
			count++;
			at++;
		}
		Sys.println(count);
	}
}
