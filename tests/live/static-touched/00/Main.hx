class Main {
	static var count = 0;
	static var names = ["x"];
	static var quiet = 1;

	static function main() {
		names.push("added");
		for (i in 0...20000) {
			count++;
			Sys.println("count " + count);
			Sys.println(names + " " + quiet);
			Sys.sleep(0.005);
		}
	}
}
