class Main {
	static var calls = 0;

	static function text():String
		return "version 0";

	static function main() {
		for (i in 0...40000) {
			calls++;
			Sys.println("calls " + calls);
			Sys.println(text());
			Sys.sleep(0.002);
		}
	}
}
