// expect: none
// expect: single
// expect: pair
// expect: many: 3
// expect: 60
// expect: 36
// expect: t
class SwitchValue {
	static function main() {
		for (i in 0...4) {
			var word = switch (i) {
				case 0: "none";
				case 1: "single";
				case n if (n > 2): "many: " + n;
				default: "pair";
			};
			Sys.println(word);
		}
		var x = 5;
		Sys.println(10 + switch (x) {
			case 5: 50;
			default: 0;
		});
		var r = switch (x * 2) {
			case 10:
				var t = x + 1;
				t * t;
			default:
				0;
		}
		Sys.println(r);
		var text = switch (true) {
			case true: "t";
			case false: "f";
		}
		Sys.println(text);
	}
}
