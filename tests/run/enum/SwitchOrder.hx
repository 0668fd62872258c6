// Cases are tried in the order written; guards may read what was matched.
// expect: zero
// expect: negative
// expect: small
// expect: number 9
// expect: empty
// expect: keyword
// expect: long word
// expect: word
// expect: end
enum Token {
	Number(n:Int);
	Word(s:String);
	End;
}

class SwitchOrder {
	static function kind(t:Token):String
		return switch (t) {
			case Number(0): "zero";
			case Number(n) if (n < 0): "negative";
			case Number(1 | 2 | 3): "small";
			case Number(n): "number " + n;
			case Word(""): "empty";
			case Word("if" | "else"): "keyword";
			case Word(s) if (s.length > 5): "long word";
			case Word(_): "word";
			case End: "end";
		}

	static function main() {
		for (t in [Number(0), Number(-4), Number(2), Number(9), Word(""), Word("else"), Word("parameter"), Word("x"), End])
			Sys.println(kind(t));
	}
}
