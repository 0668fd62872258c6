// expect: [a,b,c]
// expect: 3
// expect: 3
// expect: 1
// expect: 1
// expect: [a,b,c]
// expect: 0
// expect: a+b+c
// expect: [a,-b]
// expect: 4
// expect: fox brown quick the
// expect: [3,5,5,3]
class Split {
	static function main() {
		Sys.println("a,b,c".split(","));
		Sys.println("a,b,c".split(",").length);
		Sys.println(",a,".split(",").length);
		Sys.println("abc".split(",").length);
		Sys.println("".split(",").length);
		Sys.println("abc".split(""));
		Sys.println("".split("").length);
		Sys.println("a--b--c".split("--").join("+"));
		Sys.println("a---b".split("--"));
		Sys.println("one two  three".split(" ").length);
		var words = "the quick brown fox".split(" ");
		words.reverse();
		Sys.println(words.join(" "));
		Sys.println([for (w in words) w.length]);
	}
}
