import molt.Hot;

class Main {
	static var value = 1;

	@:hot.before static function leave()
		Sys.println("before one, version " + Hot.version + ", value " + value);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("value " + value);
			Sys.sleep(0.005);
		}
	}
}
