// expect: 1
// expect: 2
// expect: 2
// expect: 3
// expect: 0
// expect: -1
// expect: -1
// expect: -2
// expect: compared by content
class SwitchString {
	static function colour(s:String):Int {
		return switch (s) {
			case "red": 1;
			case "green", "lime": 2;
			case "blue": 3;
			case "": 0;
			case null: -2;
			default: -1;
		}
	}

	static function main() {
		Sys.println(colour("red"));
		Sys.println(colour("green"));
		Sys.println(colour("lime"));
		Sys.println(colour("bl" + "ue"));
		Sys.println(colour(""));
		Sys.println(colour("Red"));
		Sys.println(colour("reds"));
		Sys.println(colour(null));
		var word = "";
		for (c in ["h", "i"])
			word += c;
		switch (word) {
			case "hi":
				Sys.println("compared by content");
			default:
				Sys.println("compared by identity");
		}
	}
}
