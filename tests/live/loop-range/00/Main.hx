class Main {
	static function main() {
		var total = 0;
		for (round in 0...100) {
			for (i in 0...200) {
				total++;
				Sys.println("v1 " + total);
				Sys.sleep(0.005);
			}
		}
	}
}
