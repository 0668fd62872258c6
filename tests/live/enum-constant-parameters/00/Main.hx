enum Mode {
	Off;
	On(level:Int);
}

class Main {
	static var held = [Off, On(3)];

	static function main() {
		while (true) {
			var off = held[0], on = held[1];
			Sys.println("off " + (off == Off) + " on " + (on.match(On(3))));
			Sys.sleep(0.005);
		}
	}
}
