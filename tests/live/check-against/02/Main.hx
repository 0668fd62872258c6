class Main {
	static var box = {n: 1};

	static function text()
		return "three";

	static var wrong:Int = "x";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + box.n);
			Sys.sleep(0.005);
		}
	}
}
