package shapes;

class Shape {
	public function new() {}

	public function area():Float
		return 0;

	public function name():String
		return "shape";
}
