// expect: 1
// expect: 3
// expect: 5
// expect: 7
// expect: 0 0
// expect: 0 2
// expect: 1 0
// expect: 1 2
// expect: 8
// expect: 9
// expect: 10
class BreakContinue {
	static function main() {
		for (i in 0...10) {
			if (i % 2 == 0)
				continue;
			if (i > 7)
				break;
			Sys.println(i);
		}
		// both belong to the innermost loop
		for (i in 0...3) {
			for (j in 0...5) {
				if (j == 1)
					continue;
				if (j == 3)
					break;
				Sys.println('$i $j');
			}
			if (i == 1)
				break;
		}
		var n = 0;
		while (n < 10) {
			n++;
			if (n < 8)
				continue;
			Sys.println(n);
		}
	}
}
