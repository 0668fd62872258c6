class Main {
	static function main() {
		var n = 0;
		while (n < 20000) {
			Sys.println("a " + n);
			n++;
			Sys.sleep(0.005);
		}
	}
}
