package haxe.io;

/** Bits of floating point numbers. **/
class FPHelper {
	@:molt.native("molt_bytes_float_of_bits")
	public static function i32ToFloat(i:Int):Float;

	/** Of the nearest number of single precision. **/
	@:molt.native("molt_bytes_float_bits")
	public static function floatToI32(f:Float):Int;

	@:molt.native("molt_bytes_double_of_bits")
	public static function i64ToDouble(low:Int, high:Int):Float;

	public static function doubleToI64(v:Float):haxe.Int64 {
		return haxe.Int64.make(highBits(v), lowBits(v));
	}

	@:molt.native("molt_bytes_double_low")
	static function lowBits(v:Float):Int;

	@:molt.native("molt_bytes_double_high")
	static function highBits(v:Float):Int;
}
