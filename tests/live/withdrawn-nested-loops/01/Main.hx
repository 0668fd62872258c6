class Main {
	static function main() {
		var k = 0;
		while (true) {
			var j = 0;
			while (j < 10) {
				Sys.println("at " + k + " " + j);
				j += 100; if (k > 0) throw "broken " + k; j -= 100;
				j++;
				Sys.sleep(0.005);
			}
			k++;
			if (k > 400) return;
		}
	}
}
