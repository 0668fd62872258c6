// expect: r Red
// expect: g Green
// expect: b Blue
// expect: r Red
// expect: g Green
// expect: true
// expect: true
// expect: true
// expect: [Red,Blue]
// expect: true
enum Colour {
	Red;
	Green;
	Blue;
}

class Simple {
	static function name(c:Colour):String
		return switch (c) {
			case Red: "r";
			case Green: "g";
			case Blue: "b";
		}

	static function next(c:Colour):Colour {
		switch (c) {
			case Red:
				return Green;
			case Green:
				return Colour.Blue;
			default:
				return Red;
		}
	}

	static function main() {
		var c = Red;
		for (i in 0...5) {
			Sys.println(name(c) + " " + c);
			c = next(c);
		}
		Sys.println(c == Blue);
		Sys.println(Red == Red);
		Sys.println(c != Colour.Red);
		Sys.println([Red, Blue]);
		var n:Colour = null;
		Sys.println(n == null);
	}
}
