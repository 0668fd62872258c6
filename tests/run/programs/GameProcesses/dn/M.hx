package dn;
class M {
	public static inline var PI = 3.141592653589793;
	public static inline var PI2 = PI * 2;
	public static inline function fclamp(x:Float, min:Float, max:Float):Float return (x < min) ? min : (x > max) ? max : x;
	public static inline function iclamp(x:Int, min:Int, max:Int):Int return (x < min) ? min : (x > max) ? max : x;
	public static inline function round(x:Float):Int return Std.int(x > 0 ? x + .5 : x < 0 ? x - .5 : 0);
	public static inline function sign(x:Float):Int return x > 0 ? 1 : x < 0 ? -1 : 0;
	public static inline function pretty(v:Float, ?precision = 2):Float { if (precision <= 0) return round(v); else { var d = Math.pow(10, precision); return round(v * d) / d; } }
	public static inline function floor(x:Float):Int { if (x >= 0) return Std.int(x); else { var i = Std.int(x); return x == i ? i : i - 1; } }
	public static function makeBitsFromBools(b0 = false, ?b1:Null<Bool>, b2:Bool = false, b3 = false):Int { var v = 0; if (b0) v |= 1; if (b1 == true) v |= 1 << 1; if (b2) v |= 1 << 2; if (b3) v |= 1 << 3; return v; }
	public static inline function hasBit(v:Int, bit:Int) return v & (1 << bit) != 0;
	public static inline function dist(ax:Float, ay:Float, bx:Float, by:Float) return Math.sqrt(distSqr(ax, ay, bx, by));
	public static inline function distSqr(ax:Float, ay:Float, bx:Float, by:Float):Float return (ax - bx) * (ax - bx) + (ay - by) * (ay - by);
	public static inline function iabs(i:Int) return i < 0 ? -i : i;
}
