/** Functions of numbers. **/
class Math {
	public static inline var PI:Float = 3.141592653589793;
	public static var NEGATIVE_INFINITY(get, never):Float;
	public static var POSITIVE_INFINITY(get, never):Float;
	public static var NaN(get, never):Float;

	static inline function get_NEGATIVE_INFINITY():Float {
		return -1.0 / 0.0;
	}

	static inline function get_POSITIVE_INFINITY():Float {
		return 1.0 / 0.0;
	}

	static inline function get_NaN():Float {
		return 0.0 / 0.0;
	}

	@:molt.native("molt_math_abs")
	public static function abs(v:Float):Float;
	/** NaN if either is. **/
	@:molt.native("molt_math_min")
	public static function min(a:Float, b:Float):Float;
	@:molt.native("molt_math_max")
	public static function max(a:Float, b:Float):Float;
	@:molt.native("molt_math_sin")
	public static function sin(v:Float):Float;
	@:molt.native("molt_math_cos")
	public static function cos(v:Float):Float;
	@:molt.native("molt_math_tan")
	public static function tan(v:Float):Float;
	@:molt.native("molt_math_asin")
	public static function asin(v:Float):Float;
	@:molt.native("molt_math_acos")
	public static function acos(v:Float):Float;
	@:molt.native("molt_math_atan")
	public static function atan(v:Float):Float;
	@:molt.native("molt_math_atan2")
	public static function atan2(y:Float, x:Float):Float;
	@:molt.native("molt_math_exp")
	public static function exp(v:Float):Float;
	@:molt.native("molt_math_log")
	public static function log(v:Float):Float;
	@:molt.native("molt_math_pow")
	public static function pow(v:Float, exp:Float):Float;
	@:molt.native("molt_math_sqrt")
	public static function sqrt(v:Float):Float;
	/** Halves go up: round(-1.5) is -1. **/
	@:molt.native("molt_math_round")
	public static function round(v:Float):Int;
	@:molt.native("molt_math_floor")
	public static function floor(v:Float):Int;
	@:molt.native("molt_math_ceil")
	public static function ceil(v:Float):Int;
	/** From 0 up to, not including, 1. **/
	@:molt.native("molt_math_random")
	public static function random():Float;
	@:molt.native("molt_math_ffloor")
	public static function ffloor(v:Float):Float;
	@:molt.native("molt_math_fceil")
	public static function fceil(v:Float):Float;
	@:molt.native("molt_math_fround")
	public static function fround(v:Float):Float;
	@:molt.native("molt_math_is_finite")
	public static function isFinite(f:Float):Bool;
	@:molt.native("molt_math_is_nan")
	public static function isNaN(f:Float):Bool;
}
