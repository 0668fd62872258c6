class Main {
	static var more = 1;

	static function text(n = 2)
		return "two" + more;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
