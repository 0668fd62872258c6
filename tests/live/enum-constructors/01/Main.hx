enum Shape {
	Box(h:Float, w:Int, depth:String);
	New(n:Int);
	Circle(r:Float, name:String);
	Dot(x:Int, s:String);
}

class Main {
	static var all:Array<Shape> = [Dot(1, ""), Circle(3, ""), Box(4, 5, ""), New(7)];
	static var byKey:Map<Shape, String> = [Dot(1, "") => "dot"];
	static var say:Void->String;

	static function show(s:Shape):String
		return switch s {
			case Dot(x, s): "dot " + x + s;
			case Circle(r, n): "circle " + r / 2 + n;
			case Box(h, w, d): "box " + w + "x" + h + d;
			case New(n): "new " + n;
			default: "default";
		};

	static function main() {
		var mine = Circle(77, "c");
		say = () -> show(mine);
		while (true) {
			Sys.println([for (s in all) show(s)].join(","));
			Sys.println("keys " + [for (s in all) byKey.get(s)].join(",") + " " + say() + " " + [for (s in all) Type.enumIndex(s)]);
			Sys.println("" + all + Type.getEnumConstructs(Shape) + show(Type.createEnum(Shape, "Circle", [7, "made"])) + show(New(2)));
			Sys.sleep(0.005);
		}
	}
}
