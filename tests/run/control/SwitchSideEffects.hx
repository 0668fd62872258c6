// The subject is evaluated once, and only the chosen case runs.
// expect: first
// expect: second or third
// expect: second or third
// expect: later
// expect: 4
// expect: five and six
class SwitchSideEffects {
	static var calls = 0;

	static function next():Int {
		calls++;
		return calls;
	}

	static function main() {
		for (i in 0...4)
			switch (next()) {
				case 1:
					Sys.println("first");
				case 2 | 3:
					Sys.println("second or third");
				default:
					Sys.println("later");
			}
		Sys.println(calls);
		switch ([next(), next()]) {
			case [5, 6]:
				Sys.println("five and six");
			default:
				Sys.println("others");
		}
	}
}
