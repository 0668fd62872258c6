/** Functions of numbers. **/
extern class Math {
	static inline var PI:Float = 3.141592653589793;
	static var NEGATIVE_INFINITY(get, never):Float;
	static var POSITIVE_INFINITY(get, never):Float;
	static var NaN(get, never):Float;

	@:molt.native("molt_math_negative_infinity")
	private static function get_NEGATIVE_INFINITY():Float;
	@:molt.native("molt_math_positive_infinity")
	private static function get_POSITIVE_INFINITY():Float;
	@:molt.native("molt_math_nan")
	private static function get_NaN():Float;

	@:molt.native("molt_math_abs")
	static function abs(v:Float):Float;
	/** NaN if either is. **/
	@:molt.native("molt_math_min")
	static function min(a:Float, b:Float):Float;
	@:molt.native("molt_math_max")
	static function max(a:Float, b:Float):Float;
	@:molt.native("molt_math_sin")
	static function sin(v:Float):Float;
	@:molt.native("molt_math_cos")
	static function cos(v:Float):Float;
	@:molt.native("molt_math_tan")
	static function tan(v:Float):Float;
	@:molt.native("molt_math_asin")
	static function asin(v:Float):Float;
	@:molt.native("molt_math_acos")
	static function acos(v:Float):Float;
	@:molt.native("molt_math_atan")
	static function atan(v:Float):Float;
	@:molt.native("molt_math_atan2")
	static function atan2(y:Float, x:Float):Float;
	@:molt.native("molt_math_exp")
	static function exp(v:Float):Float;
	@:molt.native("molt_math_log")
	static function log(v:Float):Float;
	@:molt.native("molt_math_pow")
	static function pow(v:Float, exp:Float):Float;
	@:molt.native("molt_math_sqrt")
	static function sqrt(v:Float):Float;
	/** Halves go up: round(-1.5) is -1. **/
	@:molt.native("molt_math_round")
	static function round(v:Float):Int;
	@:molt.native("molt_math_floor")
	static function floor(v:Float):Int;
	@:molt.native("molt_math_ceil")
	static function ceil(v:Float):Int;
	/** From 0 up to, not including, 1. **/
	@:molt.native("molt_math_random")
	static function random():Float;
	@:molt.native("molt_math_ffloor")
	static function ffloor(v:Float):Float;
	@:molt.native("molt_math_fceil")
	static function fceil(v:Float):Float;
	@:molt.native("molt_math_fround")
	static function fround(v:Float):Float;
	@:molt.native("molt_math_is_finite")
	static function isFinite(f:Float):Bool;
	@:molt.native("molt_math_is_nan")
	static function isNaN(f:Float):Bool;
}
