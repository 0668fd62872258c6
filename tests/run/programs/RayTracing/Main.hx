// expect: ........................................
// expect: :::::::::.......................::::::::
// expect: ::::::::::::::::::::::::::::::::::::::::
// expect: ::::::::::::::::::::::::::::::::::::::::
// expect: ::::::::::::::::::::::::::::::::::::::::
// expect: :::::::::::::::::::---::::::::-::::::--:
// expect: ::::::::::::::::=====--::::::----------=
// expect: ---------------====---::..----+:%%%::++:
// expect: --------------:-----:::..  --::::#::#::+
// expect: = = =   =    = :::::...   =  =-::##::---
// expect: ****    ****             ...    ++++
// expect:    #####      ###..        .#***       .
// expect: %%%%        %%%%%%%%        ########
// expect:         %%%%%%%%%%%%%         #  #######
// expect: @@@@@@%%            %%%%%%%%%%%%
// expect: @@@@@@              %%%%%%%%%%%%%%
// expect: 1027
// expect: 19 6 200
// expect: 0 44 31 -10 -2 12 -15 8 4 -40
// expect: 8 27 7 -9 33 59 29 36 48 23
// expect: -14 -21 -10 25 65 37 -5 -24 17 56
// expect: 28 1 -31 -4 23 -13 -49 -67 -31 6
// expect: S**#****
// expect: .#*#*##*
// expect: .#***#.*
// expect: .####.#*
// expect: ......#E
// expect: none
import haxe.ds.Vector;

// ray tracer, rigid bodies, quadtree, A*, perlin noise: number-heavy code
@:structInit class V3 {
	public var x:Float; public var y:Float; public var z:Float;
	public inline function new(x:Float, y:Float, z:Float) { this.x = x; this.y = y; this.z = z; }
}
@:forward abstract Vec(V3) from V3 to V3 {
	public inline function new(x = 0., y = 0., z = 0.) this = new V3(x, y, z);
	@:op(a + b) static inline function add(a:Vec, b:Vec):Vec return new Vec(a.x + b.x, a.y + b.y, a.z + b.z);
	@:op(a - b) static inline function sub(a:Vec, b:Vec):Vec return new Vec(a.x - b.x, a.y - b.y, a.z - b.z);
	@:op(a * b) @:commutative static inline function scale(a:Vec, s:Float):Vec return new Vec(a.x * s, a.y * s, a.z * s);
	@:op(a * b) static inline function mulv(a:Vec, b:Vec):Vec return new Vec(a.x * b.x, a.y * b.y, a.z * b.z);
	@:op(-a) static inline function neg(a:Vec):Vec return new Vec(-a.x, -a.y, -a.z);
	public inline function dot(b:Vec):Float return this.x * b.x + this.y * b.y + this.z * b.z;
	public inline function cross(b:Vec):Vec return new Vec(this.y * b.z - this.z * b.y, this.z * b.x - this.x * b.z, this.x * b.y - this.y * b.x);
	public var len(get, never):Float;
	inline function get_len() return Math.sqrt(dot(this));
	public inline function norm():Vec return (this : Vec) * (1 / len);
	public inline function reflect(n:Vec):Vec return (this : Vec) - n * (2 * dot(n));
}
typedef Ray = { o:Vec, d:Vec }
typedef Hit = { t:Float, p:Vec, n:Vec, m:Material }
enum Material { Matte(c:Vec); Mirror(c:Vec, k:Float); Checker(a:Material, b:Material, size:Float); }
interface Shape { function hit(r:Ray):Null<Hit>; }
class Sphere implements Shape {
	final c:Vec; final r:Float; final m:Material;
	public function new(c, r, m) { this.c = c; this.r = r; this.m = m; }
	public function hit(ray:Ray):Null<Hit> {
		final oc = ray.o - c, b = oc.dot(ray.d), disc = b * b - oc.dot(oc) + r * r;
		if (disc < 0) return null;
		final s = Math.sqrt(disc);
		var t = -b - s;
		if (t < 1e-4) t = -b + s;
		if (t < 1e-4) return null;
		final p = ray.o + ray.d * t;
		return { t: t, p: p, n: (p - c).norm(), m: m };
	}
}
class Plane implements Shape {
	final n:Vec; final d:Float; final m:Material;
	public function new(n, d, m) { this.n = n; this.d = d; this.m = m; }
	public function hit(ray:Ray):Null<Hit> {
		final k = n.dot(ray.d);
		if (Math.abs(k) < 1e-6) return null;
		final t = (d - n.dot(ray.o)) / k;
		return t < 1e-4 ? null : { t: t, p: ray.o + ray.d * t, n: k > 0 ? -n : n, m: m };
	}
}
class Scene {
	final shapes:Array<Shape>;
	final light:Vec;
	public var rays = 0;
	public function new(shapes, light) { this.shapes = shapes; this.light = light; }
	function nearest(r:Ray):Null<Hit> {
		rays++;
		var best:Null<Hit> = null;
		for (s in shapes) { var h = s.hit(r); if (h != null && (best == null || h.t < best.t)) best = h; }
		return best;
	}
	public function shoot(r:Ray, depth:Int):Vec return switch nearest(r) {
		case null: new Vec(.2, .3, .5) * (1 - Math.abs(r.d.y));
		case h: shade(h, h.m, r, depth);
	}
	function shade(h:Hit, m:Material, r:Ray, depth:Int):Vec return switch m {
		case Matte(c):
			final l = light - h.p, dist = l.len, dir = l * (1 / dist);
			final s = nearest({ o: h.p, d: dir });
			final lit = s != null && s.t < dist ? .1 : .1 + .9 * Math.max(0, h.n.dot(dir));
			c * lit;
		case Mirror(c, _) if (depth <= 0): c;
		case Mirror(c, k): c * (1 - k) + shoot({ o: h.p, d: r.d.reflect(h.n) }, depth - 1) * k;
		case Checker(a, b, size): shade(h, (Math.floor(h.p.x / size) + Math.floor(h.p.z / size)) & 1 == 0 ? a : b, r, depth);
	}
}
class Rect { public var x:Float; public var y:Float; public var w:Float; public var h:Float;
	public inline function new(x, y, w, h) { this.x = x; this.y = y; this.w = w; this.h = h; }
	public inline function contains(px:Float, py:Float) return px >= x && py >= y && px < x + w && py < y + h;
	public inline function overlaps(o:Rect) return !(o.x >= x + w || o.x + o.w <= x || o.y >= y + h || o.y + o.h <= y); }
class QuadTree<T:{ var x(default, null):Float; var y(default, null):Float; }> {
	static inline var CAP = 4;
	final bounds:Rect;
	var items:Array<T> = [];
	var kids:Null<Array<QuadTree<T>>>;
	public function new(b) bounds = b;
	public function insert(t:T):Bool {
		if (!bounds.contains(t.x, t.y)) return false;
		if (kids == null && items.length < CAP) { items.push(t); return true; }
		if (kids == null) split();
		for (k in kids) if (k.insert(t)) return true;
		return false;
	}
	function split() {
		final w = bounds.w / 2, h = bounds.h / 2;
		kids = [for (i in 0...4) new QuadTree<T>(new Rect(bounds.x + (i & 1) * w, bounds.y + (i >> 1) * h, w, h))];
		final old = items;
		items = [];
		for (t in old) for (k in kids) if (k.insert(t)) break;
	}
	public function query(r:Rect, ?out:Array<T>):Array<T> {
		if (out == null) out = [];
		if (!bounds.overlaps(r)) return out;
		for (t in items) if (r.contains(t.x, t.y)) out.push(t);
		if (kids != null) for (k in kids) k.query(r, out);
		return out;
	}
	public function depth():Int return kids == null ? 1 : 1 + Lambda.fold(kids, (k, m) -> { final d = k.depth(); d > m ? d : m; }, 0);
}
class Rng { var s:Int; public function new(s) this.s = s;
	public inline function next():Int { s ^= s << 13; s ^= s >>> 17; s ^= s << 5; return s; }
	public inline function float():Float return (next() >>> 8) / 16777216; }
class Perlin {
	final p:Vector<Int> = new Vector(512);
	public function new(seed:Int) {
		final r = new Rng(seed), a = [for (i in 0...256) i];
		var i = 256;
		while (--i > 0) { final j = (r.next() >>> 1) % (i + 1), t = a[i]; a[i] = a[j]; a[j] = t; }
		for (i in 0...512) p[i] = a[i & 255];
	}
	static inline function fade(t:Float) return t * t * t * (t * (t * 6 - 15) + 10);
	static inline function lerp(t:Float, a:Float, b:Float) return a + t * (b - a);
	static function grad(h:Int, x:Float, y:Float):Float return switch (h & 7) { case 0: x + y; case 1: x - y; case 2: -x + y; case 3: -x - y; case 4: x; case 5: -x; case 6: y; default: -y; }
	public function at(x:Float, y:Float):Float {
		final xi = Math.floor(x) & 255, yi = Math.floor(y) & 255, xf = x - Math.floor(x), yf = y - Math.floor(y), u = fade(xf), v = fade(yf);
		final a = p[xi] + yi, b = p[xi + 1] + yi;
		return lerp(v, lerp(u, grad(p[a], xf, yf), grad(p[b], xf - 1, yf)), lerp(u, grad(p[a + 1], xf, yf - 1), grad(p[b + 1], xf - 1, yf - 1)));
	}
}
class Node { public final x:Int; public final y:Int; public var g = Math.POSITIVE_INFINITY; public var f = 0.; public var from:Node; public var closed = false;
	public function new(x, y) { this.x = x; this.y = y; } }
class Grid {
	final cells:Array<Array<String>>;
	public function new(s:String) cells = [for (l in s.split("\n")) l.split("")];
	function find(c:String) { for (y => r in cells) for (x => v in r) if (v == c) return { x: x, y: y }; throw 'no $c'; }
	public function path():String {
		final nodes = [for (y => r in cells) [for (x in 0...r.length) new Node(x, y)]], s = find("S"), e = find("E");
		final open = [nodes[s.y][s.x]];
		open[0].g = 0;
		while (open.length > 0) {
			open.sort((a, b) -> a.f < b.f ? 1 : a.f > b.f ? -1 : (b.y * 100 + b.x) - (a.y * 100 + a.x));
			var n = open.pop();
			if (n.closed) continue;
			n.closed = true;
			if (n.x == e.x && n.y == e.y) {
				while ((n = n.from) != null && n.from != null) cells[n.y][n.x] = "*";
				return cells.map(r -> r.join("")).join("\n");
			}
			for (d in [[0, 1], [1, 0], [0, -1], [-1, 0]]) switch [n.x + d[0], n.y + d[1]] {
				case [x, y] if (y >= 0 && y < nodes.length && x >= 0 && x < nodes[y].length && cells[y][x] != "#"):
					final m = nodes[y][x];
					if (n.g + 1 < m.g) { m.g = n.g + 1; m.f = m.g + Math.abs(x - e.x) + Math.abs(y - e.y); m.from = n; open.push(m); }
				case _:
			}
		}
		return "none";
	}
}
class Main {
	static function main() {
		final red = Matte(new Vec(1, .2, .2)), scene = new Scene([
			new Sphere(new Vec(0, 0, 5), 1, red), new Sphere(new Vec(1.8, .3, 4), .7, Mirror(new Vec(.8, .8, .8), .7)),
			new Plane(new Vec(0, 1, 0), -1, Checker(Matte(new Vec(1, 1, 1)), Matte(new Vec(.1, .1, .1)), 1.)),
		], new Vec(-3, 5, 0));
		final ramp = " .:-=+*#%@";
		for (y in 0...16) {
			final line = new StringBuf();
			for (x in 0...40) {
				final c = scene.shoot({ o: new Vec(), d: new Vec((x - 20) / 20, (8 - y) / 10, 1.5).norm() }, 3);
				line.add(ramp.charAt(Std.int(Math.min(.999, (c.x + c.y + c.z) / 3) * ramp.length)));
			}
			Sys.println(StringTools.rtrim(line.toString()));
		}
		Sys.println(scene.rays);
		final r = new Rng(42), q = new QuadTree<Rect>(new Rect(0, 0, 100, 100));
		for (i in 0...200) q.insert(new Rect(r.float() * 100, r.float() * 100, 1, 1));
		Sys.println(q.query(new Rect(10, 10, 30, 30)).length + " " + q.depth() + " " + q.query(new Rect(-10, -10, 200, 200)).length);
		final n = new Perlin(7);
		for (y in 0...4) Sys.println([for (x in 0...10) Std.string(Math.round(n.at(x * .37, y * .41) * 100))].join(" "));
		Sys.println(new Grid("S..#....\n.#.#.##.\n.#...#..\n.####.#.\n......#E").path());
		Sys.println(new Grid("S#E").path());
	}
}
