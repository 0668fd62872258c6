import molt.Hot;

class Main {
	static var value = 1;
	static var added = 5;

	@:hot.before static function leave()
		Sys.println("before three, version " + Hot.version + ", value " + value);

	@:hot.after static function enter() {
		value = value * 10;
		Sys.println("after three, version " + Hot.version + ", value " + value + ", added " + added);
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("value " + value);
			Sys.sleep(0.005);
		}
	}
}
