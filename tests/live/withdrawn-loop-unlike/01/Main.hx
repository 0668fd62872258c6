class Main {
	static function main() {
		var other = 5;
		for (i in 0...200000) {
			Sys.println("turn " + i);
			if (Std.random(3) == 0) throw "broken";
			Sys.sleep(0.005);
		}
	}
}
