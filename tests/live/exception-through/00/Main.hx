class Main {
	static function outer(n:Int):Int {
		return middle(n) + 1;
	}

	static function middle(n:Int):Int {
		return inner(n) + 10;
	}

	static function inner(n:Int):Int {
		if (n % 2 == 0)
			throw n;
		return 100;
	}

	static function main() {
		for (i in 0...20000) {
			try {
				Sys.println("result " + outer(i));
			} catch (e:Int) {
				Sys.println("thrown " + (e == i));
			}
			Sys.sleep(0.005);
		}
	}
}
