// expect: (-1, 0)
// expect: 11
// expect: (6, 8)
// expect: (2.5, 3)
// expect: (-1.5, -2)
// expect: 2
// expect: true
// expect: true
// expect: false
// expect: (4, 6)(4, 6)
// expect: 20
// expect: 100
// expect: (25, 36)
// expect: 0 1.571
// expect: 1 1
// expect: [5,6]
// expect: Invalid rawData.
// expect: Invalid element
// expect: 90°
// expect: 135°truefalse
// expect: 1,3 1
// expect: [0,-1,1,1,0,2,0,0,1]
import m.Vec;
class Main {
	static inline function f(x:Float) return Math.round(x * 1000) / 1000;
	static function main() {
		var a = new Vector2(3, 4), b:Vector2 = [1.0, 2.0], c:Vector2 = { x: 5., y: 6. };
		Sys.println(a + b - c);
		Sys.println(a * b);
		Sys.println((a * 2 : String));
		Sys.println((0.5 * c : String));
		Sys.println((-a / 2).toStr());
		Sys.println(a % b);
		Sys.println(a == new Vector2(3, 4));
		Sys.println(a != b);
		Sys.println(a == null);
		var d = a;
		d += b;
		Sys.println(a.toStr() + d.toStr());
		d *= 2;
		Sys.println(a[0] + a[1]);
		a[1] = 100;
		Sys.println(a.y);
		Sys.println(c.clone().applyScalarFunc(x -> x * x).toStr());
		Sys.println(f(Vector2.xAxis.angle) + " " + f(Vector2.yAxis.angle));
		var n = new Vector2(10, 0).normalize();
		Sys.println(n.length + " " + n.lengthSq);
		var arr:Array<Float> = c;
		Sys.println(arr);
		try { var bad:Vector2 = [1.0]; Sys.println(bad.x); } catch (e:String) Sys.println(e);
		try { Sys.println(a[2]); } catch (e:String) Sys.println(e);
		var deg:Deg = new Rad(Math.PI / 2);
		Sys.println(deg.toString());
		Sys.println((deg + new Deg(45)).toString() + (deg > new Deg(10)) + (deg < new Deg(10)));
		var mm = Matrix3.translation(1, 2) * Matrix3.rotation(new Rad(Math.PI / 2));
		var v = mm * new Vector2(1, 0);
		Sys.println(f(v.x) + "," + f(v.y) + " " + f(mm[2]));
		Sys.println([for (x in mm.m) f(x)]);
	}
}
