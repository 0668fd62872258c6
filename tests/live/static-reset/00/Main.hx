class Main {
	@:hot.reset static var count = 0;
	static var total = 0;

	static function main() {
		for (i in 0...20000) {
			count++;
			total++;
			if (count == 1000)
				count = 0;
			Sys.println("total " + total);
			Sys.println(count >= 5000 ? "high" : "low");
			Sys.sleep(0.005);
		}
	}
}
