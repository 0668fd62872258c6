// expect: 10
// expect: 5
// expect: 1
// expect: 3
// expect: 4
// expect: ended at 5
// expect: 4
class DoWhile {
	static function main() {
		var i = 10;
		do {
			Sys.println(i);
			i++;
		} while (i < 3);
		do
			i--
		while (i > 5);
		Sys.println(i);
		var n = 0;
		do {
			n++;
			if (n == 2)
				continue;
			if (n == 5)
				break;
			Sys.println(n);
		} while (n < 10);
		Sys.println('ended at $n');
		// continue goes to the condition
		var tries = 0;
		do {
			tries++;
			continue;
		} while (tries < 4);
		Sys.println(tries);
	}
}
