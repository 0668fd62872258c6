class Box {
	public var n = 1;
	public var step = 3 * 4;

	public function new() {}

	public function show()
		return "two " + n + " " + step;
}

class Main {
	static var box = new Box();
	static var count = 7;
	static var added = make();

	static function make()
		return 99;

	@:hot.after static function enter()
		throw "no " + box.step;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(box.show() + " " + count + " " + added);
			Sys.sleep(0.005);
		}
	}
}
