package hxd;
class Math {
	public static inline var PI = 3.14159265358979323;
	public static inline var EPSILON = 1e-10;
	public static var POSITIVE_INFINITY(get, never):Float;
	public static var NaN(get, never):Float;
	static inline function get_POSITIVE_INFINITY() return std.Math.POSITIVE_INFINITY;
	static inline function get_NaN() return std.Math.NaN;
	public static inline function isNaN(v:Float) return std.Math.isNaN(v);
	public static function fmt(v:Float) {
		var neg;
		if (v < 0) { neg = -1.0; v = -v; } else neg = 1.0;
		if (std.Math.isNaN(v) || !std.Math.isFinite(v)) return v;
		var digits = Std.int(4 - std.Math.log(v) / std.Math.log(10));
		if (digits < 1) digits = 1; else if (digits >= 10) return 0.;
		var exp = pow(10, digits);
		return std.Math.ffloor(v * exp + .49999) * neg / exp;
	}
	public static inline function floor(f:Float) return std.Math.floor(f);
	public inline static function clamp(f:Float, min = 0., max = 1.) return f < min ? min : f > max ? max : f;
	public inline static function pow(v:Float, p:Float) return std.Math.pow(v, p);
	public inline static function cos(f:Float) return std.Math.cos(f);
	public inline static function sin(f:Float) return std.Math.sin(f);
	public inline static function sqrt(f:Float) return std.Math.sqrt(f);
	public inline static function invSqrt(f:Float) return 1. / sqrt(f);
	public inline static function abs(f:Float) return f < 0 ? -f : f;
	public inline static function max(a:Float, b:Float) return a < b ? b : a;
	public inline static function imax(a:Int, b:Int) return a < b ? b : a;
	public inline static function min(a:Float, b:Float) return a > b ? b : a;
	public inline static function lerp(a:Float, b:Float, k:Float) return a + k * (b - a);
	public inline static function bitCount(v:Int) { var k = 0; while (v != 0) { k += v & 1; v >>>= 1; } return k; }
	public static inline function distance(dx:Float, dy:Float, dz = 0.) return sqrt(dx * dx + dy * dy + dz * dz);
	public static function colorLerp(c1:Int, c2:Int, k:Float) {
		var a1 = c1 >>> 24, r1 = (c1 >> 16) & 0xFF, g1 = (c1 >> 8) & 0xFF, b1 = c1 & 0xFF;
		var a2 = c2 >>> 24, r2 = (c2 >> 16) & 0xFF, g2 = (c2 >> 8) & 0xFF, b2 = c2 & 0xFF;
		var a = Std.int(a1 * (1 - k) + a2 * k), r = Std.int(r1 * (1 - k) + r2 * k), g = Std.int(g1 * (1 - k) + g2 * k), b = Std.int(b1 * (1 - k) + b2 * k);
		return (a << 24) | (r << 16) | (g << 8) | b;
	}
	public static function angle(da:Float) { da %= PI * 2; if (da > PI) da -= 2 * PI; else if (da <= -PI) da += 2 * PI; return da; }
	public static inline function f2(v) return fmt(v);
}
