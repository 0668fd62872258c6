// expect: 5
// expect: B
// expect: 2
// expect: text
// expect: copy
// expect: 1
// expect: [a,b]
// expect: 2
class StringMethodsOnLiterals {
	static function main() {
		Sys.println("abc".length + "de".length);
		Sys.println("abc".toUpperCase().charAt(1));
		Sys.println(("a" + "b").split("").length);
		Sys.println("text".toString());
		Sys.println(new String("copy"));
		Sys.println('${"x".length}');
		var f = "a,b".split;
		Sys.println(f(","));
		Sys.println(["a", "b"].join("").length);
	}
}
