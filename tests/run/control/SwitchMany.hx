// Several values for one case, dense and sparse.
// expect: 365
// expect: -1
// expect: -1
// expect: 10
// expect: 20
// expect: 30
// expect: 40
// expect: 50
// expect: 50
// expect: 0
class SwitchMany {
	static function days(month:Int):Int {
		return switch (month) {
			case 2: 28;
			case 4, 6, 9, 11: 30;
			case 1 | 3 | 5 | 7 | 8 | 10 | 12: 31;
			default: -1;
		}
	}

	static function sparse(n:Int):Int {
		return switch (n) {
			case 1: 10;
			case 100: 20;
			case 10000: 30;
			case 1000000: 40;
			case -5, -500: 50;
			case _: 0;
		}
	}

	static function main() {
		var sum = 0;
		for (m in 1...13)
			sum += days(m);
		Sys.println(sum);
		Sys.println(days(0));
		Sys.println(days(13));
		for (n in [1, 100, 10000, 1000000, -5, -500, 2])
			Sys.println(sparse(n));
	}
}
