// expect: 21
// expect: 3
// expect: -1
// expect: 3*4
// expect: none
class ReturnInLoop {
	static function firstMultiple(of:Int, above:Int):Int {
		for (i in above + 1...above + of + 1)
			if (i % of == 0)
				return i;
		return -1;
	}

	static function find(text:String, c:String):Int {
		var i = 0;
		while (true) {
			if (i >= text.length)
				return -1;
			if (text.charAt(i) == c)
				return i;
			i++;
		}
	}

	static function nested(limit:Int):String {
		for (a in 0...limit)
			for (b in 0...limit)
				switch (a * b) {
					case 12:
						return '$a*$b';
					default:
				}
		return "none";
	}

	static function main() {
		Sys.println(firstMultiple(7, 20));
		Sys.println(find("haystack", "s"));
		Sys.println(find("haystack", "z"));
		Sys.println(nested(5));
		Sys.println(nested(3));
	}
}
