class Main {
	@:hot.was("counter") static var total:Float = 0;
	@:hot.was("names") static var labels = ["x"];

	static function main() {
		total = 41;
		while (true) {
			Sys.println("total " + total / 2 + labels);
			Sys.sleep(0.005);
		}
	}
}
