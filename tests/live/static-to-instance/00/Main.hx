class Box {
	public static var shared = 5;

	public var own = 1;

	public function new() {}

	public function show():String
		return "box " + own + shared + twice(2);

	static function twice(n:Int):Int
		return n * 2;
}

class Main {
	static var b = new Box();

	static function main() {
		Box.shared = 6;
		b.own = 7;
		while (true) {
			Sys.println(b.show());
			Sys.sleep(0.005);
		}
	}
}
