package shapes;

class Square extends Shape {
	var side:Int;

	public function new(side:Int) {
		super();
		this.side = side;
	}

	override function area():Float
		return side * side;

	override function name()
		return "square of " + side;
}
