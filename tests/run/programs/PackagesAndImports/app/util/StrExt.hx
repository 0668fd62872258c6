package app.util;
class StrExt {
	public static inline function shout(s:String) return s.toUpperCase() + "!";
	public static function times(s:String, n:Int) return [for (_ in 0...n) s].join("");
	public static function toIntOr(s:Null<String>, d:Int):Int { var v = s == null ? null : Std.parseInt(s); return v == null ? d : v; }
}
