// expect: 127 63
// expect: 5
// expect: 0
// expect: 2
class ThrowInLoop {
	static function main() {
		var sum = 0, caught = 0;
		for (i in 0...20) {
			try {
				if (i % 3 == 0)
					throw i;
				sum += i;
			} catch (n:Int) {
				caught += n;
			}
		}
		Sys.println(sum + " " + caught);
		var tries = 0;
		while (true) {
			try {
				tries++;
				if (tries < 5)
					throw "again";
				break;
			} catch (e:String) {
				continue;
			}
		}
		Sys.println(tries);
		for (i in 0...5) {
			try {
				if (i == 1)
					continue;
				if (i == 3)
					break;
				Sys.println(i);
			} catch (e:Dynamic) {
				Sys.println("never");
			}
		}
	}
}
