// expect error: 10: Expected :
// expect error: 12: Expected expression
// expect error: 16: Expected }
// expect error: 19: Duplicate default
// expect error: 24: Expected {
class Switches {
	static function main() {
		switch 1 {
			case 1: trace(1);
			case 2 3: trace(2);
			case 4: trace(4);
			case: trace(5);
			case 6: trace(6);
		}
		switch (1) {
			trace(0);
		}
		switch 1 {
			default: 1;
			default: 2;
			case 3: 4;
		}
		trace(1);
		switch 1;
		trace(2);
	}
}
