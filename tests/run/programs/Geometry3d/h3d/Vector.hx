package h3d;
using hxd.Math;

class VectorImpl #if apicheck implements h2d.impl.PointApi<Vector, Matrix> #end {
	public var x:Float; public var y:Float; public var z:Float;
	public inline function new(x = 0., y = 0., z = 0.) { this.x = x; this.y = y; this.z = z; }
	public inline function sub(v:Vector) return new Vector(x - v.x, y - v.y, z - v.z);
	public inline function add(v:Vector) return new Vector(x + v.x, y + v.y, z + v.z);
	public inline function dot(v:Vector) return x * v.x + y * v.y + z * v.z;
	public inline function cross(v:Vector) return new Vector(y * v.z - z * v.y, z * v.x - x * v.z, x * v.y - y * v.x);
	public inline function lengthSq() return x * x + y * y + z * z;
	public inline function length() return lengthSq().sqrt();
	public inline function normalize() {
		var k = lengthSq();
		if (k < hxd.Math.EPSILON) k = 0 else k = k.invSqrt();
		x *= k; y *= k; z *= k;
	}
	public inline function normalized() {
		var k = lengthSq();
		if (k < hxd.Math.EPSILON) k = 0 else k = k.invSqrt();
		return new Vector(x * k, y * k, z * k);
	}
	public inline function set(x = 0., y = 0., z = 0.) { this.x = x; this.y = y; this.z = z; }
	public inline function load(v:Vector) { x = v.x; y = v.y; z = v.z; }
	public inline function scale(f:Float) { x *= f; y *= f; z *= f; }
	public inline function scaled(v:Float) return new Vector(x * v, y * v, z * v);
	public inline function lerp(v1:Vector, v2:Vector, k:Float) { this.x = hxd.Math.lerp(v1.x, v2.x, k); this.y = hxd.Math.lerp(v1.y, v2.y, k); this.z = hxd.Math.lerp(v1.z, v2.z, k); }
	public inline function transform(m:Matrix) {
		var mx = x * m._11 + y * m._21 + z * m._31 + m._41, my = x * m._12 + y * m._22 + z * m._32 + m._42, mz = x * m._13 + y * m._23 + z * m._33 + m._43;
		x = mx; y = my; z = mz;
	}
	public inline function clone() return new Vector(x, y, z);
	public function toString() return 'Vector{${x.fmt()},${y.fmt()},${z.fmt()}}';
}
@:forward abstract Vector(VectorImpl) from VectorImpl to VectorImpl {
	public inline function new(x = 0., y = 0., z = 0.) this = new VectorImpl(x, y, z);
	@:op(a - b) public inline function sub(v:Vector) return this.sub(v);
	@:op(a + b) public inline function add(v:Vector) return this.add(v);
	@:op(a *= b) public inline function transform(m:Matrix) this.transform(m);
	@:op(a * b) public inline function transformed(m:Matrix) { var v = this.clone(); v.transform(m); return v; }
	@:op(a *= b) public inline function scale(v:Float) this.scale(v);
	@:op(a * b) public inline function scaled(v:Float) return this.scaled(v);
	@:op(a * b) static inline function scaledInv(f:Float, b:Vector) return b.scaled(f);
}
class MatrixImpl {
	static var tmp = new Matrix();
	public var _11:Float; public var _12:Float; public var _13:Float; public var _14:Float;
	public var _21:Float; public var _22:Float; public var _23:Float; public var _24:Float;
	public var _31:Float; public var _32:Float; public var _33:Float; public var _34:Float;
	public var _41:Float; public var _42:Float; public var _43:Float; public var _44:Float;
	public var tx(get, set):Float;
	inline function get_tx() return _41;
	inline function set_tx(v) return _41 = v;
	public function new() {}
	public function identity() {
		_11 = 1.0; _12 = 0.0; _13 = 0.0; _14 = 0.0; _21 = 0.0; _22 = 1.0; _23 = 0.0; _24 = 0.0;
		_31 = 0.0; _32 = 0.0; _33 = 1.0; _34 = 0.0; _41 = 0.0; _42 = 0.0; _43 = 0.0; _44 = 1.0;
	}
	public function initRotationZ(a:Float) { identity(); var cos = Math.cos(a), sin = Math.sin(a); _11 = cos; _12 = sin; _21 = -sin; _22 = cos; }
	public function initTranslation(x = 0., y = 0., z = 0.) { identity(); _41 = x; _42 = y; _43 = z; }
	public function initScale(x = 1., y = 1., z = 1.) { identity(); _11 = x; _22 = y; _33 = z; }
	public function multiply3x4(a:Matrix, b:Matrix) {
		var m11 = a._11, m12 = a._12, m13 = a._13, m21 = a._21, m22 = a._22, m23 = a._23, a31 = a._31, a32 = a._32, a33 = a._33, a41 = a._41, a42 = a._42, a43 = a._43;
		_11 = m11 * b._11 + m12 * b._21 + m13 * b._31; _12 = m11 * b._12 + m12 * b._22 + m13 * b._32; _13 = m11 * b._13 + m12 * b._23 + m13 * b._33; _14 = 0;
		_21 = m21 * b._11 + m22 * b._21 + m23 * b._31; _22 = m21 * b._12 + m22 * b._22 + m23 * b._32; _23 = m21 * b._13 + m22 * b._23 + m23 * b._33; _24 = 0;
		_31 = a31 * b._11 + a32 * b._21 + a33 * b._31; _32 = a31 * b._12 + a32 * b._22 + a33 * b._32; _33 = a31 * b._13 + a32 * b._23 + a33 * b._33; _34 = 0;
		_41 = a41 * b._11 + a42 * b._21 + a43 * b._31 + b._41; _42 = a41 * b._12 + a42 * b._22 + a43 * b._32 + b._42; _43 = a41 * b._13 + a42 * b._23 + a43 * b._33 + b._43; _44 = 1;
	}
	public inline function multiply(b:Matrix) multiply3x4((this : Matrix), b);
	public function getFloats() return [_11, _12, _13, _14, _21, _22, _23, _24, _31, _32, _33, _34, _41, _42, _43, _44];
	public static function I() { var m = new Matrix(); m.identity(); return m; }
	public static function T(x = 0., y = 0., z = 0.) { var m = new Matrix(); m.initTranslation(x, y, z); return m; }
	public static function R(a:Float) { var m = new Matrix(); m.initRotationZ(a); return m; }
	public static function S(x = 1., y = 1., z = 1.0) { var m = new Matrix(); m.initScale(x, y, z); return m; }
}
@:forward abstract Matrix(MatrixImpl) from MatrixImpl to MatrixImpl {
	public inline function new() this = new MatrixImpl();
	@:op(a * b) public function multiplied(b:Matrix) { var m = new Matrix(); m.multiply3x4(this, b); return m; }
	@:op(a *= b) public inline function multiplyBy(b:Matrix) this.multiply(b);
	public static function I():Matrix return MatrixImpl.I();
	public static inline function T(x = 0., y = 0., z = 0.):Matrix return MatrixImpl.T(x, y, z);
	public static inline function R(a:Float):Matrix return MatrixImpl.R(a);
	public static inline function S(x = 1., y = 1., z = 1.):Matrix return MatrixImpl.S(x, y, z);
}
