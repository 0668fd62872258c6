class Main {
	static var counter:Int = 0;
	static var names = ["a"];

	static function main() {
		counter = 41;
		names.push("b");
		while (true) {
			Sys.println("counter " + counter + names);
			Sys.sleep(0.005);
		}
	}
}
