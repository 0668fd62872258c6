// expect: 10 24 26
// expect: 7
class NestedLoops {
	static function main() {
		var found = null;
		for (a in 1...30) {
			for (b in a...30) {
				var c2 = a * a + b * b;
				for (c in b...40)
					if (c * c == c2 && a + b + c == 60) {
						found = '$a $b $c';
						break;
					}
				if (found != null)
					break;
			}
			if (found != null)
				break;
		}
		Sys.println(found);
		var lines = 0;
		var i = 0;
		while (i < 4) {
			var j = 0;
			do {
				lines++;
				j++;
			} while (j < i);
			i++;
		}
		Sys.println(lines);
	}
}
