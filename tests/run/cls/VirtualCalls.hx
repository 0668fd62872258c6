// expect: shape of area 0
// expect: square of area 9
// expect: square of area 5
// expect: 14
class Shape {
	public function new() {}

	public function area():Float {
		return 0;
	}

	public function describe():String {
		return name() + " of area " + area();
	}

	function name():String {
		return "shape";
	}
}

class Square extends Shape {
	var side:Float;

	public function new(side:Float) {
		super();
		this.side = side;
	}

	override public function area():Float {
		return side * side;
	}

	override function name():String {
		return "square";
	}
}

class Rectangle extends Square {
	var height:Float;

	public function new(w:Float, h:Float) {
		super(w);
		height = h;
	}

	override public function area():Float {
		return side * height;
	}
}

class VirtualCalls {
	static function main() {
		var shapes:Array<Shape> = [new Shape(), new Square(3), new Rectangle(2, 2.5)];
		var total = 0.0;
		for (s in shapes) {
			Sys.println(s.describe());
			total += s.area();
		}
		Sys.println(total);
	}
}
