// Without a default nothing happens for other values; a switch on Bool is complete with both.
// expect: one
// expect: on
// expect: off
// expect: two and a half
class SwitchNoDefault {
	static function main() {
		for (i in 0...3)
			switch (i) {
				case 1:
					Sys.println("one");
			}
		for (b in [true, false])
			Sys.println(switch (b) {
				case true: "on";
				case false: "off";
			});
		var f = 2.5;
		switch (f) {
			case 2.5:
				Sys.println("two and a half");
			default:
				Sys.println("other");
		}
	}
}
