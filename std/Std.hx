/** Basic conversions and tests. **/
class Std {
	@:deprecated("Std.is is deprecated. Use Std.isOfType instead.")
	public static inline function is(v:Dynamic, t:Dynamic):Bool {
		return isOfType(v, t);
	}

	/** Is `v` a value of type `t`? False for null. **/
	@:molt.native("molt_std_is_of_type")
	public static function isOfType(v:Dynamic, t:Dynamic):Bool;

	/** `value` if it is an instance of `c`, else null. **/
	@:molt.native("molt_std_downcast")
	public static function downcast<T:{}, S:T>(value:T, c:Class<S>):S;

	@:deprecated("Std.instance() is deprecated. Use Std.downcast() instead.")
	public static inline function instance<T:{}, S:T>(value:T, c:Class<S>):S {
		return downcast(value, c);
	}

	/** Text of any value. **/
	@:molt.native("molt_std_string")
	public static function string(s:Dynamic):String;

	/** Rounded towards zero. **/
	@:molt.native("molt_std_int")
	public static function int(x:Float):Int;

	/** The number at the beginning of `x`, decimal or hexadecimal after "0x"; null if there is none. **/
	@:molt.native("molt_std_parse_int")
	public static function parseInt(x:String):Null<Int>;

	/** The number at the beginning of `x`, NaN if there is none. **/
	@:molt.native("molt_std_parse_float")
	public static function parseFloat(x:String):Float;

	/** From 0 to `x` - 1; 0 if `x` is not above 1. **/
	@:molt.native("molt_std_random")
	public static function random(x:Int):Int;
}
