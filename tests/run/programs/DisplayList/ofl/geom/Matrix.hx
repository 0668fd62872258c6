package ofl.geom;
class Point
{
	public var length(get, never):Float;
	public var x:Float;
	public var y:Float;
	#if openfljs
	@:noCompletion private static function __init__() { untyped global.Object.defineProperty(Point.prototype, "length", {get: untyped #if haxe4 js.Syntax.code #else __js__ #end ("function () { return this.get_length (); }")}); }
	#end
	public function new(x:Float = 0, y:Float = 0) { this.x = x; this.y = y; }
	public static function distance(pt1:Point, pt2:Point):Float { var dx = pt1.x - pt2.x; var dy = pt1.y - pt2.y; return Math.sqrt(dx * dx + dy * dy); }
	public static function polar(len:Float, angle:Float):Point return new Point(len * Math.cos(angle), len * Math.sin(angle));
	public function toString():String return '(x=$x, y=$y)';
	@:noCompletion private function get_length():Float return Math.sqrt(x * x + y * y);
}
class Rectangle
{
	public var bottom(get, set):Float;
	public var bottomRight(get, set):Point;
	public var height:Float;
	public var left(get, set):Float;
	public var right(get, set):Float;
	public var width:Float;
	public var x:Float;
	public var y:Float;
	public function new(x:Float = 0, y:Float = 0, width:Float = 0, height:Float = 0) { this.x = x; this.y = y; this.width = width; this.height = height; }
	public function contains(x:Float, y:Float):Bool return x >= this.x && y >= this.y && x < right && y < bottom;
	public function intersection(r:Rectangle):Rectangle {
		var x0 = x < r.x ? r.x : x, x1 = right > r.right ? r.right : right;
		if (x1 <= x0) return new Rectangle();
		var y0 = y < r.y ? r.y : y, y1 = bottom > r.bottom ? r.bottom : bottom;
		if (y1 <= y0) return new Rectangle();
		return new Rectangle(x0, y0, x1 - x0, y1 - y0);
	}
	public function toString():String return '(x=$x, y=$y, w=$width, h=$height)';
	@:noCompletion private function get_bottom():Float return y + height;
	@:noCompletion private function set_bottom(b:Float):Float { height = b - y; return b; }
	@:noCompletion private function get_bottomRight():Point return new Point(x + width, y + height);
	@:noCompletion private function set_bottomRight(p:Point):Point { width = p.x - x; height = p.y - y; return new Point(p.x, p.y); }
	@:noCompletion private function get_left():Float return x;
	@:noCompletion private function set_left(l:Float):Float { width -= l - x; x = l; return l; }
	@:noCompletion private function get_right():Float return x + width;
	@:noCompletion private function set_right(r:Float):Float { width = r - x; return r; }
}
class Matrix
{
	@:noCompletion private static var __identity = new Matrix();
	@:noCompletion private static var __pool:Array<Matrix> = [];
	public var a:Float; public var b:Float; public var c:Float; public var d:Float; public var tx:Float; public var ty:Float;
	public function new(a:Float = 1, b:Float = 0, c:Float = 0, d:Float = 1, tx:Float = 0, ty:Float = 0) setTo(a, b, c, d, tx, ty);
	public #if !js inline #end function setTo(a:Float, b:Float, c:Float, d:Float, tx:Float, ty:Float):Void { this.a = a; this.b = b; this.c = c; this.d = d; this.tx = tx; this.ty = ty; }
	public function clone():Matrix return new Matrix(a, b, c, d, tx, ty);
	public function concat(m:Matrix):Void {
		var a1 = a * m.a + b * m.c;
		b = a * m.b + b * m.d;
		a = a1;
		var c1 = c * m.a + d * m.c;
		d = c * m.b + d * m.d;
		c = c1;
		var tx1 = tx * m.a + ty * m.c + m.tx;
		ty = tx * m.b + ty * m.d + m.ty;
		tx = tx1;
	}
	public function invert():Matrix {
		var norm = a * d - b * c;
		if (norm == 0) { a = b = c = d = 0; tx = -tx; ty = -ty; }
		else {
			norm = 1.0 / norm;
			var a1 = d * norm;
			d = a * norm; a = a1; b *= -norm; c *= -norm;
			var tx1 = -a * tx - c * ty;
			ty = -b * tx - d * ty;
			tx = tx1;
		}
		return this;
	}
	public function rotate(theta:Float):Void { var cos = Math.cos(theta), sin = Math.sin(theta); concat(new Matrix(cos, sin, -sin, cos)); }
	public inline function scale(sx:Float, sy:Float) { a *= sx; b *= sy; c *= sx; d *= sy; tx *= sx; ty *= sy; }
	public inline function translate(dx:Float, dy:Float) { tx += dx; ty += dy; }
	public function transformPoint(pos:Point):Point return new Point(pos.x * a + pos.y * c + tx, pos.x * b + pos.y * d + ty);
	public function equals(m):Bool return m != null && tx == m.tx && ty == m.ty && a == m.a && b == m.b && c == m.c && d == m.d;
	@:noCompletion public static function __get():Matrix return __pool.length > 0 ? __pool.pop() : new Matrix();
	@:noCompletion public static inline function __release(m:Matrix) { m.setTo(1, 0, 0, 1, 0, 0); __pool.push(m); }
}
