class Main {
	static var state = 1;

	static function text()
		return "two";

	public static function check()
		if (text() == "two")
			throw text() + " is wrong";


	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
