enum Shape {
	Dot;
	Circle(r:Int);
	Box(w:Int, h:Int);
	Gone(a:String);
	Old;
}

class Main {
	static var all:Array<Shape> = [Dot, Circle(3), Box(4, 5), Gone("x"), Old, Gone("y")];
	static var byKey:Map<Shape, String> = [Dot => "dot", Circle(3) => "c", Box(4, 5) => "box"];
	static var say:Void->String;

	static function show(s:Shape):String
		return switch s {
			case Dot: "dot";
			case Circle(r): "circle " + r;
			case Box(w, h): "box " + w + "x" + h;
			case Gone(a): "gone " + a;
			case Old: "old";
		};

	static function main() {
		var mine = Circle(77);
		say = () -> show(mine);
		while (true) {
			Sys.println([for (s in all) show(s)].join(","));
			Sys.println("keys " + [for (s in all) byKey.get(s)].join(",") + " " + say() + " " + [for (s in all) Type.enumIndex(s)]);
			Sys.println("" + all + Type.getEnumConstructs(Shape));
			Sys.sleep(0.005);
		}
	}
}
