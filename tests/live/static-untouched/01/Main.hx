class Main {
	static var speed = 50;
	static var names = ["x", "y"];

	static function main() {
		for (i in 0...20000) {
			Sys.println("speed " + speed + names);
			Sys.sleep(0.005);
		}
	}
}
