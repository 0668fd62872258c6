// Inline variables and functions are replaced by their values.
// expect: 60
// expect: 800
// expect: grid0.5
// expect: 3.5
// expect: height
class Sizes {
	public static inline var WIDTH = 20;
	public static inline var HEIGHT = WIDTH * 2;
	public static inline var NAME = "grid";
	public static inline final RATIO = 0.5;

	public static inline function cells():Int
		return WIDTH * HEIGHT;

	public inline function new() {}

	public inline function scaled(n:Int):Float
		return n * RATIO;
}

class StaticInline {
	static function main() {
		Sys.println(Sizes.WIDTH + Sizes.HEIGHT);
		Sys.println(Sizes.cells());
		Sys.println(Sizes.NAME + Sizes.RATIO);
		Sys.println(new Sizes().scaled(7));
		switch (40) {
			case Sizes.WIDTH:
				Sys.println("width");
			case Sizes.HEIGHT:
				Sys.println("height");
			default:
				Sys.println("other");
		}
	}
}
