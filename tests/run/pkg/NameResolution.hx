// expect: 3
// expect: 7 member
// expect: 5
// expect: inner
// expect: 3
// expect: None 1
// expect: 0
// expect: 2
// expect: 4
// expect: 4
// expect: e
// expect: 2
import haxe.ds.Option;
using StringTools;

class String2 {
}

class NameResolution {
    static var trace2 = 1;
    var f = 2;
    static function g() return "static";
    function new() {}
    function h() {
        var f = 5;
        return f + this.f;
    }
    function Std() return "member";
    function u() return Std();
    static function main() {
        var g = 3;
        NameResolution.g();
        std.Std.string(1);
        var Math = {PI: 3};
        Sys.println(Math.PI);
        Sys.println(Std.string(new NameResolution().h()) + " " + Std.string(new NameResolution().u()));
        var trace3 = NameResolution.trace2;
        var Some = 5;
        Sys.println(Some);
        {
            var g = "inner";
            Sys.println(g);
        }
        Sys.println(g);
        Sys.println(Std.string(haxe.ds.Option.None) + " " + Std.string(std.Math.floor(1.5)));
        for (g in 0 ... 1) Sys.println(g);
        var x = 1;
        var x = x + 1;
        Sys.println(x);
        var f = function(x) return x * 2;
        Sys.println(f(x));
        switch 4 {
            case x:
                Sys.println(x);
        }
        try throw "e" catch (x:String) Sys.println(x);
        Sys.println(x);
    }
}
