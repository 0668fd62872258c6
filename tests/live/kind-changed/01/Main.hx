enum Shape {
	Dot;
}

class Main {
	static var s = Shape.Dot;

	static function main() {
		while (true) {
			Sys.println("" + s);
			Sys.sleep(0.005);
		}
	}
}
