class Box {
	public var n = 1;
	public var more = 2;

	public function new() {}
}

class Main {
	static var box = new Box();

	static function text()
		return "two";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text() + " " + box.n);
			Sys.sleep(0.005);
		}
	}
}
