// expect: 1 7 a null null [] 1
// expect: 1 2 b 1.5 4 [1] 1
// expect: ctor null
// expect: s
// expect: ctor 4
// expect: false 1
// expect: k null
// expect: 3
// expect: 3 7 e null null [] 3
@:structInit class P {
    public var x:Int;
    public var y:Int = 7;
    public final z:String;
    @:optional public var o:Null<Float>;
    public var q:Null<Int> = null;
    public var r:Array<Int> = [];
    public var s(get, never):Int;
    function get_s() return x;
}

@:structInit class W<T> {
    var v:T;
    public function new(v:T, ?n:Int) {
        this.v = v;
        Sys.println(Std.string("ctor") + " " + Std.string(n));
    }
    public function get() return v;
}

@:structInit class Sub extends P {
    public var more:Bool = true;
}

@:structInit class In {
    public final a:P;
    public final b:Null<P> = null;
}

class StructInit {
    static function f(p:P) Sys.println(Std.string(p.x) + " " + Std.string(p.y) + " " + Std.string(p.z) + " " + Std.string(p.o) + " " + Std.string(p.q) + " " + Std.string(p.r) + " " + Std.string(p.s));
    static function main() {
        f({x: 1, z: "a"});
        f({x: 1, y: 2, z: "b", o: 1.5, q: 4, r: [1]});
        var w:W<String> = {v: "s"};
        Sys.println(w.get());
        var w2:W<Int> = {v: 1, n: 4};
        var s:Sub = {x: 1, z: "q", more: false};
        Sys.println(Std.string(s.more) + " " + Std.string(s.x));
        var i:In = {a: {x: 1, z: "k"}};
        Sys.println(Std.string(i.a.z) + " " + Std.string(i.b));
        var arr:Array<P> = [{x: 1, z: ""}, {z: "", x: 3}];
        Sys.println(arr[1].x);
        var n:Null<P> = {x: 3, z: "e"};
        f(n);
    }
}
