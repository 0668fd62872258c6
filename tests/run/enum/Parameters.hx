// expect: 12
// expect: 13.5
// expect: 1
// expect: 0
// expect: Circle(2)
// expect: Named(n,Rect(1,1))
// expect: Nothing
// expect: high 3
enum Shape {
	Circle(r:Float);
	Rect(w:Float, h:Float);
	Named(name:String, shape:Shape);
	Nothing;
}

class Parameters {
	static function area(s:Shape):Float
		return switch (s) {
			case Circle(r): 3 * r * r;
			case Rect(w, h): w * h;
			case Named(_, inner): area(inner);
			case Nothing: 0;
		}

	static function main() {
		var all = [Circle(2), Rect(3, 4.5), Named("n", Rect(1, 1)), Nothing];
		for (s in all)
			Sys.println(area(s));
		Sys.println(all[0]);
		Sys.println(all[2]);
		Sys.println(all[3]);
		switch (all[1]) {
			case Rect(w, h) if (w > h):
				Sys.println("wide");
			case Rect(w, _):
				Sys.println("high " + w);
			default:
				Sys.println("other");
		}
	}
}
