import molt.Hot;

class Main {
	static var seen = 0;

	static function text()
		return "one";

	static function check()
		if (Hot.version == 3)
			throw "third version";

	static function main() {
		Hot.onUpdate(() -> Sys.println("first: version " + Hot.version));
		Hot.onUpdate(() -> Sys.println("second"));
		Hot.onUpdate(check);
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
