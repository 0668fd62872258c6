enum Mode {
	Off(why:String);
	On;
}

class Main {
	static var held = [Off("x"), On];

	static function main() {
		while (true) {
			var off = held[0], on = held[1];
			Sys.println("off " + off.match(Off(null)) + " on " + (on == On) + (On == on) + (on != On) + on.match(On) + Type.enumEq(on, On));
			Sys.sleep(0.005);
		}
	}
}
