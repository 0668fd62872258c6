class Main {
	static function main() {
		var count = 0;
		var next = () -> {
			count++;
			count += 0;
			return "fine " + count % 2;
		};
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(next());
			Sys.sleep(0.005);
		}
	}
}
