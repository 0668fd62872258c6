class Main {
	static function main() {
		var total = 0;
		for (i in 0...3)
			total += i;
		var turn = 0;
		while (true) {
			turn++;
			Sys.println("turn " + turn);
			Sys.sleep(0.005);
		}
	}
}
