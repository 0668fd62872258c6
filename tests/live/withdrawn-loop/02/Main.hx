class Main {
	static function main() {
		var sum = 0;
		var names = ["a", "b", "c"];
		for (i in 0...20000) {
			Sys.println("turn " + i);
			sum += i;
			Sys.println("good " + names.join(""));
			if (sum != Std.int(i * (i + 1) / 2)) {
				Sys.println("wrong sum at " + i);
				return;
			}
			Sys.sleep(0.005);
		}
	}
}
