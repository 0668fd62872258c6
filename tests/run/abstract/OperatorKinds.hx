// expect: [4,6]
// expect: [2,4]
// expect: [2,4]
// expect: [-2,-2]
// expect: [-1,-2]
// expect: false true true
// expect: [4,6]
// expect: (4,6) (5,6)
// expect: [6,6]
// expect: false (6,6)
// expect: 6 6
// expect: [6,9]
// expect: 11
// expect: shr3
// expect: q6
// expect: 10
// expect: [1.5,2.5]
// expect: [3,3]
// expect: (1.5,2.5)!
// expect: [2.5,3.5]
// expect: (1.5,2.5)
// expect: [[1.5,2.5],[3,3]]
// expect: [10,3]
// expect: [30,33]
abstract V(Array<Float>) {
    public inline function new(x:Float, y:Float) this = [x, y];
    public var x(get, set):Float;
    inline function get_x() return this[0];
    inline function set_x(v) return this[0] = v;
    public var y(get, never):Float;
    function get_y() return this[1];
    @:op(A + B) public static function add(a:V, b:V):V return new V(a.x + b.x, a.y + b.y);
    @:op(A * B) @:commutative public static function scale(a:V, f:Float):V return new V(a.x * f, a.y * f);
    @:op(A - B) public function sub(b:V):V return new V(x - b.x, y - b.y);
    @:op(-A) public function neg():V return new V(-x, -y);
    @:op(A == B) static function eq(a:V, b:V):Bool return a.x == b.x && a.y == b.y;
    @:op(A != B) static function ne(a:V, b:V):Bool return !(a == b);
    @:op(A < B) static function lt(a:V, b:V):Bool return a.x < b.x;
    @:op(A += B) public function addTo(b:V):V {
        this[0] += b.x;
        this[1] += b.y;
        return cast this;
    }
    @:op(A++) public function inc():V {
        var o = new V(x, y);
        this[0]++;
        return o;
    }
    @:op(++A) public function pinc():V {
        this[0]++;
        return cast this;
    }
    @:op(!A) public function not():Bool return x == 0;
    @:op(~A) public function flip():V return new V(y, x);
    @:arrayAccess public function get(i:Int):Float return this[i];
    @:arrayAccess public function set(i:Int, v:Float):Float return this[i] = v;
    @:op(A >> B) public function shr(n:Int):String return "shr" + n;
    @:op(A ... B) static function range(a:V, b:V):Array<Float> return [a.x, b.x];
    @:op(A % B) static function mod(a:V, b:String):String return b + a.x;
    @:to function toString():String return '(${x},${y})';
    @:from static function fromArr(a:Array<Float>):V return new V(a[0], a[1]);
    @:from static function fromF(f:Float):V return new V(f, f);
}

class OperatorKinds {
    static function main() {
        var a = new V(1, 2), b = new V(3, 4);
        Sys.println(a + b);
        Sys.println(a * 2);
        Sys.println(2 * a);
        Sys.println(a - b);
        Sys.println(-a);
        Sys.println(Std.string(a == b) + " " + Std.string(a != b) + " " + Std.string(a < b));
        a += b;
        Sys.println(a);
        var c = a++;
        Sys.println(Std.string(c) + " " + Std.string(a));
        var d = ++a;
        Sys.println(d);
        Sys.println(Std.string(!a) + " " + Std.string(~a));
        Sys.println(Std.string(a[0]) + " " + Std.string(a[1]));
        a[1] = 9;
        Sys.println(a);
        a[1] += 2;
        Sys.println(a[1]);
        Sys.println(a >> 3);
        Sys.println(a % "q");
        a.x += 4;
        Sys.println(a.x);
        var z:V = [1.5, 2.5];
        Sys.println(z);
        var q:V = 3;
        Sys.println(q);
        var s:String = z;
        Sys.println(s + "!");
        Sys.println(z + 1.0);
        Sys.println("" + z);
        Sys.println([z, q]);
        Sys.println(a ... b);
        a *= 3;
        Sys.println(a);
    }
}
