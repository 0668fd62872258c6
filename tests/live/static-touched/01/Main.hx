class Main {
	static var count = 1000;
	static var names = ["other"];
	static var quiet = 2;

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
