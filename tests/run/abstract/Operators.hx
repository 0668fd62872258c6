// expect: 2 3
// expect: -1
// expect: 4
// expect: true
// expect: 13
abstract Vec(Array<Float>) {
	public inline function new(x:Float, y:Float)
		this = [x, y];

	@:op(A + B) function add(o:Vec):Vec
		return new Vec(this[0] + o.x(), this[1] + o.y());

	@:op(A * B) @:commutative static function scale(v:Vec, f:Float):Vec
		return new Vec(v.x() * f, v.y() * f);

	@:op(-A) function negate():Vec
		return new Vec(-this[0], -this[1]);

	@:op(A == B) static function equal(a:Vec, b:Vec):Bool
		return a.x() == b.x() && a.y() == b.y();

	@:arrayAccess function get(i:Int):Float
		return this[i];

	@:arrayAccess function set(i:Int, v:Float):Float
		return this[i] = v;

	public function x():Float
		return this[0];

	public function y():Float
		return this[1];
}

class Operators {
	static function main() {
		var a = new Vec(1, 2), b = new Vec(0.5, 0.5);
		var c = a + b * 2;
		Sys.println(c.x() + " " + c.y());
		Sys.println((-a).x());
		Sys.println((2 * a).y());
		Sys.println(a == new Vec(1, 2));
		a[0] = 10;
		a += b;
		Sys.println(a[0] + a[1]);
	}
}
