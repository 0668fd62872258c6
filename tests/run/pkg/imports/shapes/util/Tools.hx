package shapes.util;

import shapes.Shape;

class Tools {
	public static function sum(all:Array<Shape>):Float {
		var t = 0.0;
		for (s in all)
			t += s.area();
		return t;
	}

	public static inline function twice(n:Int):Int
		return n * 2;
}
