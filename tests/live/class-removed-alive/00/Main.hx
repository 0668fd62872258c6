class Shape {
	public function new() {}

	public function show():String
		return "shape";
}

class Square extends Shape {
	var side = 4;

	override function show():String
		return "square " + area();

	function area():Int
		return side * side;
}

class Main {
	static var all:Array<Shape> = [new Shape(), new Square()];

	static function look():String
		return [for (s in all) s.show()].join(",");

	static function main() {
		while (true) {
			Sys.println(look());
			Sys.sleep(0.005);
		}
	}
}
