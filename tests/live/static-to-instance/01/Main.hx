class Box {
	public var shared = 50;

	public static var own = 10;

	public function new() {}

	public function show():String
		return "now " + own + shared + twice(2);

	function twice(n:Int):Int
		return n * 3;
}

class Main {
	static var b = new Box();

	static function main() {
		while (true) {
			Sys.println(b.show());
			Sys.sleep(0.005);
		}
	}
}
