class Main {
	static var speed = 5;
	static var names = ["x"];

	static function main() {
		for (i in 0...20000) {
			Sys.println("speed " + speed + names);
			Sys.sleep(0.005);
		}
	}
}
