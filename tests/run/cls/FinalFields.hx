// A final field is set once, where it is declared or in the constructor.
// expect: 2cm
// expect: 12
// expect: 300
// expect: 3
// expect: [1,2]
class Circle {
	public final radius:Float;
	public final unit = "cm";

	public static final COUNT = 3;

	public function new(radius:Float) {
		this.radius = radius;
	}

	final public function area():Float {
		final square = radius * radius;
		return square * 3;
	}
}

final class Sealed extends Circle {
	public function new()
		super(10);
}

class FinalFields {
	static function main() {
		var c = new Circle(2);
		Sys.println(c.radius + c.unit);
		Sys.println(c.area());
		Sys.println(new Sealed().area());
		Sys.println(Circle.COUNT);
		final list = [1];
		list.push(2);
		Sys.println(list);
	}
}
