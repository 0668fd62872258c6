class Main {
	static function main() {
		var total = 0;
		while (total < 2)
			total++;
		for (i in 0...3)
			total += i;
		for (k in [1, 2])
			total += k;
		var turn = 0;
		while (true) {
			turn++;
			Sys.println("turn " + turn);
			Sys.println("new");
			Sys.sleep(0.005);
		}
	}
}
