class Shape {
	public function new() {}

	public function name():String
		return "shape";
}

class Main {
	static function make():Shape
		return new Shape();

	static function main() {
		for (i in 0...20000) {
			Sys.println(make().name());
			Sys.sleep(0.005);
		}
	}
}
