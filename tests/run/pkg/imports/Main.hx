// Classes of several packages and files.
// expect: 12
// expect: 9
// expect: 21
// expect: 8
// expect: square of 1
import shapes.Circle;
import shapes.Square;
import shapes.util.Tools;

class Main {
	static function main() {
		var c = new Circle(2);
		var s = new Square(3);
		Sys.println(c.area());
		Sys.println(s.area());
		Sys.println(Tools.sum([c, s]));
		Sys.println(shapes.util.Tools.twice(4));
		var q:shapes.Shape = new shapes.Square(1);
		Sys.println(q.name());
	}
}
