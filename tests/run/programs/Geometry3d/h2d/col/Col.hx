package h2d.col;
import hxd.Math;

class Point { public var x:Float; public var y:Float; public inline function new(x = 0., y = 0.) { this.x = x; this.y = y; }
	public inline function distanceSq(p:Point) { var dx = x - p.x, dy = y - p.y; return dx * dx + dy * dy; }
	@:dox(hide) public function toString() return '{${Math.fmt(x)},${Math.fmt(y)}}'; }
class Bounds {
	public var xMin:Float; public var xMax:Float; public var yMin:Float; public var yMax:Float;
	public var width(get, set):Float;
	public inline function new() empty();
	public inline function empty() { xMin = 1e20; xMax = -1e20; yMin = 1e20; yMax = -1e20; }
	public inline function addPos(x:Float, y:Float) { if (x < xMin) xMin = x; if (x > xMax) xMax = x; if (y < yMin) yMin = y; if (y > yMax) yMax = y; }
	inline function get_width() return xMax - xMin;
	inline function set_width(w) { xMax = xMin + w; return w; }
	public static inline function fromValues(x:Float, y:Float, w:Float, h:Float) { var b = new Bounds(); b.xMin = x; b.yMin = y; b.xMax = x + w; b.yMax = y + h; return b; }
}
@:allow(h2d.col.IPolygon)
abstract Polygon(Array<Point>) from Array<Point> to Array<Point> {
	public var points(get, never):Array<Point>;
	public var length(get, never):Int;
	inline function get_length() return this.length;
	inline function get_points() return this;
	public inline function new(?points) { this = points == null ? [] : points; }
	public inline function iterator() return new haxe.iterators.ArrayIterator(this);
	@:arrayAccess inline function get(i:Int) return this[i];
	public inline function push(p:Point) this.push(p);
	inline function isLeft(p1:Point, p2:Point, x:Float, y:Float) return (p2.x - p1.x) * (y - p1.y) - (x - p1.x) * (p2.y - p1.y);
	static inline function side(p1:Point, p2:Point, t:Point) return (p2.x - p1.x) * (t.y - p1.y) - (p2.y - p1.y) * (t.x - p1.x);
	public function area():Float { var sum = 0.; for (i in 0...length) { var p = points[i], n = points[(i + 1) % length]; sum += p.x * n.y - p.y * n.x; } return Math.abs(sum) * 0.5; }
	public function convexHull():Polygon {
		inline function lowest(points:Array<Point>) { var p = points[0]; for (q in points) if (q.y < p.y || (q.y == p.y && q.x < p.x)) p = q; return p; }
		var p0 = lowest(this), l = this.copy();
		l.sort((a, b) -> a.x == b.x ? Reflect.compare(a.y, b.y) : Reflect.compare(a.x, b.x));
		inline function half(pts:Array<Point>) {
			var h:Array<Point> = [];
			for (p in pts) { while (h.length >= 2 && side(h[h.length - 2], h[h.length - 1], p) <= 0) h.pop(); h.push(p); }
			h.pop();
			return h;
		}
		var lo = half(l);
		l.reverse();
		return new Polygon(lo.concat(half(l)));
	}
	public function contains(p:Point):Bool {
		var w = 0, p1 = points[points.length - 1];
		for (p2 in points) {
			if (p2.y <= p.y) { if (p1.y > p.y && isLeft(p2, p1, p.x, p.y) > 0) w++; }
			else if (p1.y <= p.y && isLeft(p2, p1, p.x, p.y) < 0) w--;
			p1 = p2;
		}
		return w != 0;
	}
	public function getBounds(?b:Bounds) { if (b == null) b = new Bounds(); for (p in points) b.addPos(p.x, p.y); return b; }
}
