package tools;

class Strings {
	public static function shout(s:String)
		return s.toUpperCase() + "!";

	public static function dots(n:Int) {
		var s = "";
		while (n-- > 0)
			s += ".";
		return s;
	}
}
