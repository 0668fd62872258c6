import molt.Hot;

class Main {
	static function text()
		return "two";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + Hot.version);
			Sys.sleep(0.005);
		}
	}
}
