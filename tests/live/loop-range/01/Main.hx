class Main {
	static function main() {
		var total = 0;
		for (round in 0...100) {
			for (i in 0...200) {
				total++;
				var twice = total * 2;
				Sys.println("v2 " + total + " " + (twice == total + total));
				Sys.sleep(0.005);
			}
		}
	}
}
