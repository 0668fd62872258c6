package dn;
/** 0xRRGGBB as abstract, HSL helpers **/
private typedef HSL = { h:Float, s:Float, l:Float };
enum abstract ColorEnum(Int) to Int { var Red = 0xff0000; var Green = 0x00ff00; var White = 0xffffff; }
abstract Col(Int) from Int to Int from UInt to UInt {
	public var r(get, set):Int; inline function get_r() return (this >> 16) & 0xff; inline function set_r(v:Int) { this = (this & 0xff00ffff) | (M.iclamp(v, 0, 255) << 16); return v; }
	public var g(get, never):Int; inline function get_g() return (this >> 8) & 0xff;
	public var b(get, never):Int; inline function get_b() return this & 0xff;
	public var rf(get, never):Float; inline function get_rf() return r / 255;
	public var lightness(get, never):Float; inline function get_lightness():Float return toHsl().l;
	public inline function new(v:Int) this = v;
	@:from static public inline function fromColorEnum(c:ColorEnum):Col return new Col(c);
	@:from public static function parseHex(hex:String):Col {
		if (hex == null) return 0;
		return switch (StringTools.startsWith(hex, "#") ? hex.substr(1) : hex) {
			case h if (h.length == 3): Std.parseInt("0x" + [for (c in h.split("")) c + c].join(""));
			case h if (h.length == 6): Std.parseInt("0x" + h);
			case _: 0;
		}
	}
	public static inline function fromRGBi(r:Int, g:Int, b:Int):Col return (r << 16) | (g << 8) | b;
	public static function fromHsl(h:Float, s:Float, l:Float):Col {
		inline function f(n:Float) { var k = (n + h * 12) % 12, a = s * Math.min(l, 1 - l); return M.round(255 * (l - a * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1)))); }
		return fromRGBi(f(0), f(8), f(4));
	}
	@:to public inline function toString():String return "#" + StringTools.hex(this, 6);
	public function toHsl():HSL {
		var r = r / 255, g = g / 255, b = b / 255, max = Math.max(r, Math.max(g, b)), min = Math.min(r, Math.min(g, b)), l = (max + min) / 2, d = max - min;
		if (d == 0) return { h: 0, s: 0, l: l };
		var h = if (max == r) ((g - b) / d + 6) % 6 else if (max == g) (b - r) / d + 2 else (r - g) / d + 4;
		return { h: h / 6, s: d / (1 - Math.abs(2 * l - 1)), l: l };
	}
	public inline function interpolate(to:Col, ratio:Float):Col return fromRGBi(Std.int(r + (to.r - r) * ratio), Std.int(g + (to.g - g) * ratio), Std.int(b + (to.b - b) * ratio));
	public inline function toWhite(ratio:Float):Col return interpolate(White, ratio);
	@:op(A + B) static inline function add(a:Col, b:Col):Col return fromRGBi(M.iclamp(a.r + b.r, 0, 255), M.iclamp(a.g + b.g, 0, 255), M.iclamp(a.b + b.b, 0, 255));
	public static inline function gray(f:Float):Col return { var v = M.round(f * 255); fromRGBi(v, v, v); }
}
