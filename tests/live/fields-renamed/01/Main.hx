class Point {
	@:hot.was("px") public var x = 1;
	@:hot.was("py") public var y:Float = 2;

	public function new() {}

	public function show():String
		return "now " + x + "/" + y / 2;
}

class Main {
	static var p = new Point();

	static function main() {
		while (true) {
			Sys.println(p.show());
			Sys.sleep(0.005);
		}
	}
}
