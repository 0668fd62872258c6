// expect: 0
// expect: 1
// expect: 2
// expect: 111
// expect: 43210
// expect: -1
// expect: 11
class While {
	static function main() {
		var i = 0;
		while (i < 3) {
			Sys.println(i);
			i++;
		}
		while (i > 100)
			Sys.println("never");
		var n = 27, steps = 0;
		while (n != 1) {
			n = n % 2 == 0 ? n >> 1 : 3 * n + 1;
			steps++;
		}
		Sys.println(steps);
		var k = 5;
		while (k-- > 0)
			Sys.print(k);
		Sys.println("");
		Sys.println(k);
		while (true) {
			k += 4;
			if (k > 10)
				break;
		}
		Sys.println(k);
	}
}
