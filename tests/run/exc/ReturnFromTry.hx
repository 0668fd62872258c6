// expect: from try
// expect: from catch
// expect: from the end
// expect: 4
// expect: caught outside: later
class ReturnFromTry {
	static function f(n:Int):String {
		try {
			if (n == 0)
				return "from try";
			if (n == 1)
				throw "t";
		} catch (e:String) {
			return "from catch";
		}
		return "from the end";
	}

	static function g():Int {
		for (i in 0...10) {
			try {
				if (i == 4)
					return i;
				throw i;
			} catch (n:Int) {
				if (n == 7)
					return -1;
			}
		}
		return -2;
	}

	static function main() {
		Sys.println(f(0));
		Sys.println(f(1));
		Sys.println(f(2));
		Sys.println(g());
		// after leaving a try by return, its catches are no longer in force
		try {
			f(0);
			throw "later";
		} catch (e:String) {
			Sys.println("caught outside: " + e);
		}
	}
}
