// expect: 6
// expect: 4
// expect: 8
// expect: false -8 ush true and
// expect: 10
abstract Vec2({x:Float, y:Float}) {
    public inline function new(x = 0., y = 0.) this = {x: x, y: y};
    public var x(get, set):Float;
    inline function get_x() return this.x;
    inline function set_x(v) return this.x = v;
    @:op(A * B) public static inline function dot(a:Vec2, b:Vec2):Float return a.x * b.x;
    @:op(A * B) public static inline function mulF(a:Vec2, f:Float):Vec2 return new Vec2(a.x * f, 0);
    @:op(A *= B) public inline function mulSelf(f:Float):Vec2 {
        this.x *= f;
        return cast this;
    }
    @:op(A == B) static inline function eq(a:Vec2, b:Vec2) return a.x == b.x;
    @:op(-A) inline function neg() return new Vec2(-this.x);
    @:op(A >>> B) static function ush(a:Vec2, b:Int) return "ush";
    @:op(A <= B) static function le(a:Vec2, b:Float) return a.x <= b;
    @:op(A && B) static function and(a:Vec2, b:Vec2) return "and";
}

class VectorOperators {
    static function main() {
        var a = new Vec2(2), b = new Vec2(3);
        Sys.println(a * b);
        Sys.println((a * 2).x);
        a *= 4;
        Sys.println(a.x);
        Sys.println(Std.string(a == b) + " " + Std.string((-a).x) + " " + Std.string(a >>> 1) + " " + Std.string(a <= 100.5) + " " + Std.string(a && b));
        a.x += 1;
        a.x++;
        Sys.println(a.x);
    }
}
