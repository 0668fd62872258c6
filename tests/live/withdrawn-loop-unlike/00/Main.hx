class Main {
	static function main() {
		var sum = 10;
		for (i in 0...200000) {
			Sys.println("turn " + i);
			Sys.println("fine " + sum); sum = 10 + i % 5;
			Sys.sleep(0.005);
		}
	}
}
