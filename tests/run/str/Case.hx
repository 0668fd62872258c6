// expect: HELLO WORLD
// expect: hello world
// expect: 123 ! AZ
// expect: true
// expect: Hello
// expect: The End Of It
// expect: true
class Case {
	static function capital(w:String):String {
		return w.charAt(0).toUpperCase() + w.substr(1).toLowerCase();
	}

	static function main() {
		Sys.println("Hello World".toUpperCase());
		Sys.println("Hello World".toLowerCase());
		Sys.println("123 ! aZ".toUpperCase());
		Sys.println("".toUpperCase() == "");
		Sys.println(capital("hELLO"));
		Sys.println([for (w in "the end of IT".split(" ")) capital(w)].join(" "));
		Sys.println("ABC".toLowerCase() == "abc");
	}
}
