// expect: (8, 2)
// expect: 1
// expect: 5
// expect: 9
class Vec {
	public var x:Float;
	public var y:Float;

	public inline function new(x:Float, y:Float) {
		this.x = x;
		this.y = y;
	}

	public inline function add(o:Vec):Vec
		return new Vec(x + o.x, y + o.y);

	public inline function scale(f:Float):Vec
		return new Vec(x * f, y * f);

	public inline function dot(o:Vec):Float
		return x * o.x + y * o.y;

	public inline function each(f:Float->Void):Void {
		f(x);
		f(y);
	}

	public function toString():String
		return '($x, $y)';
}

class InlineMethods {
	static function main() {
		var a = new Vec(1, 2), b = new Vec(3, -1);
		Sys.println(a.add(b).scale(2));
		Sys.println(a.dot(b));
		var sum = 0.0;
		a.add(b).each(v -> sum += v);
		Sys.println(sum);
		Sys.println(a.add(a).add(a).dot(new Vec(1, 1)));
	}
}
