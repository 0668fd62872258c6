class Shape {
	public function new() {}

	public function show():String
		return "shape";
}

class Main {
	static var all:Array<Shape> = [new Shape()];

	static function look():String
		return "now " + [for (s in all) s.show()].join(",");

	static function main() {
		while (true) {
			Sys.println(look());
			Sys.sleep(0.005);
		}
	}
}
