// break and continue inside switch belong to the loop around it.
// expect: two
// expect: after 2
// expect: default 3
// expect: after 3
// expect: default 4
// expect: after 4
// expect: left at 5
class SwitchInLoop {
	static function main() {
		var i = 0;
		while (true) {
			i++;
			switch (i) {
				case 1:
					continue;
				case 2:
					Sys.println("two");
				case 5:
					break;
				default:
					Sys.println('default $i');
			}
			Sys.println('after $i');
		}
		Sys.println('left at $i');
	}
}
