// Text beyond ASCII, where indices do not matter.
// expect: naïve
// expect: naïve – 日本語
// expect: true
// expect: 😀
// expect: ï5
// expect: 2
// expect: naive
// expect: 本
// expect: 3
// expect: true
// expect: true
// expect: true
// expect: aé日 3
// expect: 2
class Unicode {
	static function main() {
		var s = "naïve";
		Sys.println(s);
		Sys.println(s + " – " + "日本語");
		Sys.println("\u00e9" == "é");
		Sys.println("\u{1F600}");
		Sys.println("ï" + s.length);
		Sys.println(s.indexOf("ï"));
		Sys.println(s.split("ï").join("i"));
		Sys.println("日本語".charAt(1));
		Sys.println("日本語".length);
		Sys.println("ab" + "ц" + "cd" == "abцcd");
		Sys.println("ascii" < "é");
		Sys.println("é" < "日");
		var mixed = "";
		for (w in ["a", "é", "日"])
			mixed += w;
		Sys.println(mixed + " " + mixed.length);
		Sys.println(mixed.substr(0, 2).length);
	}
}
