// expect: true
// expect: true
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: false
// expect: false
// expect: true
// expect: true
// expect: |Apple|apple|fig|pear
class CompareStrings {
	static function main() {
		var a = "apple", b = "banana";
		Sys.println(a == "app" + "le");
		Sys.println(a != b);
		Sys.println(a < b);
		Sys.println(a > b);
		Sys.println("a" <= "a");
		Sys.println("a" >= "b");
		Sys.println("abc" < "abcd");
		Sys.println("B" < "a");
		Sys.println("10" < "9");
		Sys.println("" < " ");
		var n:String = null;
		Sys.println(n == null);
		Sys.println(n == "");
		Sys.println(n == "null");
		var s = "x";
		Sys.println(s + "" == s);
		Sys.println(a.substr(0, 3) == "app");
		var names = ["pear", "Apple", "fig", "apple", ""];
		names.sort(function(x, y) return x < y ? -1 : x > y ? 1 : 0);
		Sys.println(names.join("|"));
	}
}
