package tools;

class TextTools {
	public static function surround(s:String, before:String, after:String):String
		return before + s + after;

	public static function repeat(s:String, n:Int):String {
		var r = "";
		for (i in 0...n)
			r += s;
		return r;
	}

	public static function total(a:Array<Int>):Int {
		var t = 0;
		for (x in a)
			t += x;
		return t;
	}
}
