// expect: 0
// expect: 1
// expect: 2
class ExitZero {
	static function main() {
		for (i in 0...10) {
			Sys.println(i);
			if (i == 2)
				Sys.exit(0);
		}
		throw "not reached";
	}
}
