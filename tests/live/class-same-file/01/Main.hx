class Shape {
	public function new() {}

	public function name():String
		return "shape";
}

class Square extends Shape {
	var side = 4;

	override function name():String
		return "square " + side + " " + super.name();
}

class Main {
	static function make():Shape
		return new Square();

	static function main() {
		for (i in 0...20000) {
			Sys.println(make().name());
			Sys.sleep(0.005);
		}
	}
}
