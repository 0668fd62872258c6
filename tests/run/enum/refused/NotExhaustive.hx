// expect error: 10: Unmatched patterns: Green
enum Colour {
	Red;
	Green;
	Blue;
}

class NotExhaustive {
	static function f(c:Colour):Int
		return switch (c) {
			case Red: 1;
			case Blue: 3;
		}

	static function main() {
		f(Red);
	}
}
