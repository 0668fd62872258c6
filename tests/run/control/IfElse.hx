// expect: positive
// expect: negative
// expect: zero
// expect: yes
// expect: only a
// expect: empty branch before
class IfElse {
	static function sign(n:Int):String {
		if (n > 0)
			return "positive";
		else if (n < 0)
			return "negative";
		else
			return "zero";
	}

	static function main() {
		Sys.println(sign(5));
		Sys.println(sign(-5));
		Sys.println(sign(0));
		if (false)
			Sys.println("no");
		if (true) {
			Sys.println("yes");
		} else {
			Sys.println("no");
		}
		// an else belongs to the nearest if
		var a = true, b = false;
		if (a)
			if (b)
				Sys.println("both");
			else
				Sys.println("only a");
		if (!a) {} else
			Sys.println("empty branch before");
	}
}
