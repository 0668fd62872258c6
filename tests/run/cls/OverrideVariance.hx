// expect: 4 [4,1] 4
// expect: own
class P {
    public function new() {}
    public function f(x:Int):Float return x;
    public function g():P return this;
    public function h(?x:Int, y = 3):Dynamic return y;
    public function k(f:Int -> Float):Int return Std.int(f(2));
    public function v():Void {}
}

class Q extends P {
    public override function f(x:Float):Int return Std.int(x) + 1;
    public override function g():Q return this;
    public override function h(?x:Int, y = 4):Dynamic return [y, 1];
    public override function k(f):Int return super.k(f) + 1;
    public function own() return "own";
    public override function v() {}
}

class OverrideVariance {
    static function main() {
        var p:P = new Q();
        Sys.println(Std.string(p.f(3)) + " " + Std.string(p.h()) + " " + Std.string(p.k((x) -> x * 1.5)));
        Sys.println(new Q().g().own());
    }
}
