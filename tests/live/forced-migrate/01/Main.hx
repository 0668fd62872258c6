class Box {
	public var step = Std.parseInt("12");
	public var n:Float = 1;

	public function new() {}

	public function show()
		return "two " + n + " " + step;
}

class Extra extends Box {}

class Main {
	static var box = new Box();
	static var other:Box = new Extra();
	static var count = 7 * 3;
	static var callback = () -> box.show() + other.show();

	@:hot.after static function enter() {
		count = 5;
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(callback() + " " + count);
			Sys.sleep(0.005);
		}
	}
}
