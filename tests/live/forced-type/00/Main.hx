class Box {
	public var n = 1;

	public function new() {}

	public function show()
		return "one " + n;
}

class Main {
	static var box = new Box();
	static var count = 7;
	static var callback = () -> box.show();

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(callback() + " " + count);
			Sys.sleep(0.005);
		}
	}
}
