// expect: x -> 0
// expect: b -> 2
// expect: b -> 2
// expect: a -> 1
// expect: a -> 1
// expect: b -> 3
class SwitchNested {
	static function step(state:Int, input:String):Int {
		return switch (state) {
			case 0:
				switch (input) {
					case "a": 1;
					case "b": 2;
					default: 0;
				}
			case 1:
				switch (input) {
					case "a": 1;
					case "b": 3;
					default: 0;
				}
			case 2: input == "a" ? 1 : 2;
			case s: s;
		}
	}

	static function main() {
		var state = 0;
		for (c in "xbbaab".split("")) {
			state = step(state, c);
			Sys.println('$c -> $state');
		}
	}
}
