class Main {
	static var state = 1;

	static function text()
		return "two";

	@:hot.test static function check() {
		deep(1);
	}

	static function deep(n:Int):Int
		return deep(n + 1) + 1;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + state);
			Sys.sleep(0.005);
		}
	}
}
