// expect error: 4: Unmatched patterns: false
class ExhaustiveBool {
	static function f(b:Bool):Int
		return switch (b) {
			case true: 1;
		}

	static function main() {
		f(true);
	}
}
