// expect: Vector{1.5,2,3} Vector{0.5,2,3} Vector{2,4,6} Vector{2,4,6} 0.5 Vector{0,1.5,-1}
// expect: Vector{2,4,6} 7.483 Vector{0.2673,0.5345,0.8018}
// expect: Vector{-12,3,9}
// expect: Vector{-12,3,9}[0,1,0,0,-2,0,0,0,0,0,1,0,-4,1,3,1]
// expect: 1
// expect: Vector{2.5,5,7.5}
// expect: BF7F4020 1-1 8 0.7168 32
// expect: 10 4 16 falsetrue {2,1}
// expect: 12 10 4
// expect: 4 6 true
import h3d.Vector;
import h2d.col.Col;
import hxd.Math;
using Lambda;
using hxd.Math;
class Main {
	static function main() {
		var v = new Vector(1, 2, 3), w = new Vector(0.5);
		Sys.println((v + w).toString() + " " + (v - w) + " " + v * 2 + " " + 2 * v + " " + v.dot(w) + " " + v.cross(w));
		v *= 2.;
		Sys.println(v.toString() + " " + v.length().fmt() + " " + v.normalized());
		var m = Matrix.T(1, 2, 3) * Matrix.R(Math.PI / 2) * Matrix.S(2);
		Sys.println(v * m);
		v *= m;
		Sys.println(v.toString() + m.getFloats().map(Math.fmt));
		m *= Matrix.I();
		m.tx += 5;
		Sys.println(m.tx.fmt());
		var l = new Vector();
		l.lerp(new Vector(0, 0, 0), new Vector(10, 20, 30), 0.25);
		Sys.println(l);
		Sys.println(StringTools.hex(Math.colorLerp(0xFF000000, 0x80FF8040, 0.5), 8) + " " + Math.clamp(3) + Math.clamp(-3, -1) + " " + Math.bitCount(0xF0F) + " " + Math.angle(7).fmt() + " " + Math.imax(2, 3) + std.Math.max(1, 2));
		var p = new Polygon([new Point(0, 0), new Point(4, 0), new Point(4, 4), new Point(2, 1), new Point(0, 4)]);
		Sys.println(p.area() + " " + p.convexHull().length + " " + p.convexHull().area() + " " + p.contains(new Point(2, 3)) + p.contains(new Point(1, 1)) + " " + p[3]);
		p.push(new Point(-2, 2));
		var b = p.getBounds();
		b.width *= 2;
		Sys.println(b.width + " " + b.xMax + " " + [for (q in p) q.x].fold((a, b) -> Math.max(a, b), 0.));
		var bb = Bounds.fromValues(1, 2, 3, 4);
		Sys.println(bb.xMax + " " + bb.yMax + " " + Math.isNaN(Math.NaN));
	}
}
