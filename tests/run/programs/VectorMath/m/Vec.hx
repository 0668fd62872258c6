package m;

typedef Vector2Shape = { public var x:Float; public var y:Float; }

class Vector2Default {
	public var x:Float;
	public var y:Float;
	public inline function new(x:Float, y:Float) { this.x = x; this.y = y; }
	public function toString():String return '($x, $y)';
}

@:forward(x, y)
abstract Vector2(Vector2Default) from Vector2Default to Vector2Default {
	public static inline var elementCount:Int = 2;
	public static var zero(get, never):Vector2;
	public static var xAxis(get, never):Vector2;
	public static var yAxis(get, never):Vector2;
	public var length(get, never):Float;
	public var lengthSq(get, never):Float;
	public var angle(get, never):Float;
	public inline function new(x:Float, y:Float) this = new Vector2Default(x, y);
	@:from public static inline function fromArray(rawData:Array<Float>):Vector2 {
		if (rawData.length != Vector2.elementCount) throw 'Invalid rawData.';
		return new Vector2(rawData[0], rawData[1]);
	}
	@:from public static inline function fromVector2Shape(other:Vector2Shape):Vector2 return new Vector2(other.x, other.y);
	@:op(A * B) public static inline function dot(a:Vector2, b:Vector2):Float return a.x * b.x + a.y * b.y;
	@:op(A * B) @:commutative public static inline function multiply(a:Vector2, s:Float):Vector2 return new Vector2(a.x * s, a.y * s);
	@:op(A / B) public static inline function divide(a:Vector2, s:Float):Vector2 return a.clone().divideWith(s);
	@:op(A + B) public static inline function add(a:Vector2, b:Vector2):Vector2 return a.clone().addWith(b);
	@:op(A - B) public static inline function subtract(a:Vector2, b:Vector2):Vector2 return a.clone().subtractWith(b);
	@:op(-A) public static inline function negate(a:Vector2):Vector2 return new Vector2(-a.x, -a.y);
	@:op(A += B) public static inline function addWith_(a:Vector2, b:Vector2):Vector2 return a.addWith(b);
	@:op(A *= B) public static inline function mulWith_(a:Vector2, s:Float):Vector2 { var self = a; self.x *= s; self.y *= s; return self; }
	@:op(A == B) public static inline function equals(a:Vector2, b:Vector2):Bool
		return (a == null && b == null) || a != null && b != null && a.x == b.x && a.y == b.y;
	@:op(A != B) public static inline function notEquals(a:Vector2, b:Vector2):Bool return !equals(a, b);
	@:op(A % B) public static inline function cross(a:Vector2, b:Vector2):Float return a.x * b.y - a.y * b.x;
	public inline function addWith(a:Vector2):Vector2 { var self:Vector2 = this; self.x += a.x; self.y += a.y; return self; }
	public inline function subtractWith(a:Vector2):Vector2 { var self:Vector2 = this; self.x -= a.x; self.y -= a.y; return self; }
	public inline function divideWith(s:Float):Vector2 { var self:Vector2 = this; self.x /= s; self.y /= s; return self; }
	public inline function clone():Vector2 { var self:Vector2 = this; return new Vector2(self.x, self.y); }
	@:arrayAccess public inline function getArrayElement(i:Int):Float {
		var self:Vector2 = this;
		return switch (i) {
			case 0: self.x;
			case 1: self.y;
			default: throw "Invalid element";
		}
	}
	@:arrayAccess public inline function setArrayElement(i:Int, value:Float):Float {
		var self:Vector2 = this;
		return switch (i) {
			case 0: self.x = value;
			case 1: self.y = value;
			default: throw "Invalid element";
		}
	}
	public inline function applyScalarFunc(func:Float->Float):Vector2 {
		var self:Vector2 = this;
		for (i in 0...2) self[i] = func(self[i]);
		return self;
	}
	public inline function normalize():Vector2 {
		var self:Vector2 = this;
		var length = self.length;
		if (length > 0.0) self.divideWith(length);
		return self;
	}
	@:to public inline function toArray():Array<Float> return [this.x, this.y];
	@:to public function toStr():String return this.toString();
	private static inline function get_zero():Vector2 return new Vector2(0.0, 0.0);
	private static inline function get_xAxis() return new Vector2(1.0, 0.0);
	private static inline function get_yAxis() return new Vector2(0.0, 1.0);
	private inline function get_length():Float { var self:Vector2 = this; return Math.sqrt(self.x * self.x + self.y * self.y); }
	private inline function get_lengthSq():Float { var self:Vector2 = this; return self.x * self.x + self.y * self.y; }
	private inline function get_angle():Float return Math.atan2(this.y, this.x);
}

abstract Deg(Float) to Float {
	public inline function new(f:Float) this = f;
	@:from static inline function ofRad(r:Rad):Deg return new Deg((r:Float) * 180 / Math.PI);
	@:op(A + B) static function add(a:Deg, b:Deg):Deg;
	@:op(A > B) static function gt(a:Deg, b:Deg):Bool;
	@:op(A < B) static function lt(a:Deg, b:Deg):Bool;
	public function toString() return Math.round(this * 100) / 100 + "°";
}
abstract Rad(Float) to Float {
	public inline function new(f:Float) this = f;
	@:to inline function toDeg2():Float return this;
}

class Mat3 {
	public var m:haxe.ds.Vector<Float>;
	public function new(?a:Array<Float>) { m = a == null ? ident() : haxe.ds.Vector.fromArrayCopy(a); }
	static function ident() { var v = new haxe.ds.Vector<Float>(9); for (i in 0...9) v[i] = i % 4 == 0 ? 1 : 0; return v; }
}
@:forward(m)
abstract Matrix3(Mat3) from Mat3 {
	public inline function new(?a) this = new Mat3(a);
	@:op(A * B) static public function mul(a:Matrix3, b:Matrix3):Matrix3 {
		var r = new Matrix3();
		for (i in 0...3) for (j in 0...3) {
			var s = 0.;
			for (k in 0...3) s += a.m[i * 3 + k] * b.m[k * 3 + j];
			r.m[i * 3 + j] = s;
		}
		return r;
	}
	@:op(A * B) static public inline function mulv(a:Matrix3, v:Vector2):Vector2
		return new Vector2(a.m[0] * v.x + a.m[1] * v.y + a.m[2], a.m[3] * v.x + a.m[4] * v.y + a.m[5]);
	static public function rotation(d:Rad):Matrix3 {
		var c = Math.cos(d), s = Math.sin(d);
		return new Matrix3([c, -s, 0, s, c, 0, 0, 0, 1]);
	}
	static public inline function translation(x:Float, y:Float):Matrix3 return new Matrix3([1, 0, x, 0, 1, y, 0, 0, 1]);
	@:arrayAccess inline function get(i:Int) return this.m[i];
}
