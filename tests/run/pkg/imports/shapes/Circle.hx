package shapes;

class Circle extends Shape {
	var r:Float;

	public function new(r:Float) {
		super();
		this.r = r;
	}

	override function area()
		return 3 * r * r;
}
