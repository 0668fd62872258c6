class Main {
	static function main() {
		var n = 0;
		while (n < 20000) {
			Sys.println("b " + n);
			if (n % 2 == 0)
				Sys.println("an even turn");
			n++;
			Sys.sleep(0.005);
		}
	}
}
