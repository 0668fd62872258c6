// expect: 1 f1 g f1
// expect: f4
// expect: 7
// expect: 1 f1
// expect: st 5 st
// expect: 8
// expect: f7
// expect: g
// expect: 3 3 [1,2,3]
// expect: 1
// expect: 2
// expect: 3
// expect: 3
// expect: 5
// expect: f7
class C {
    public function new() {}
    public var v = 1;
    public function f() return "f" + v;
    public function g() return "g";
    public static function st() return "st";
    public static var sv = 5;
}

@:forward abstract All(C) {
    public function new() this = new C();
    public function own() return this.f();
}

@:forward(v, f) abstract Some(C) from C {
}

@:forwardStatics abstract Stat(C) {
}

@:forwardStatics(st) abstract Stat1(C) {
}

@:forward abstract Deep(All) from All {
}

@:forward.new abstract FN(C) {
    public function h() return this.g();
}

@:forward abstract Arr<T>(Array<T>) from Array<T> to Array<T> {
    @:arrayAccess inline function get(i:Int) return this[i];
}

@:forward abstract Obj({x:Int}) from {x:Int} {
}

class Forwarding {
    static function main() {
        var a = new All();
        Sys.println(Std.string(a.v) + " " + Std.string(a.f()) + " " + Std.string(a.g()) + " " + Std.string(a.own()));
        a.v = 4;
        Sys.println(a.f());
        a.v++;
        a.v += 2;
        Sys.println(a.v);
        var s:Some = new C();
        Sys.println(Std.string(s.v) + " " + Std.string(s.f()));
        Sys.println(Std.string(Stat.st()) + " " + Std.string(Stat.sv) + " " + Std.string(Stat1.st()));
        Stat.sv = 8;
        Sys.println(C.sv);
        var d:Deep = a;
        Sys.println(d.f());
        Sys.println(new FN().h());
        var ar:Arr<Int> = [1, 2];
        ar.push(3);
        Sys.println(Std.string(ar.length) + " " + Std.string(ar[2]) + " " + Std.string(ar));
        for (i in ar) Sys.println(i);
        var o:Obj = {x: 3};
        Sys.println(o.x);
        o.x = 5;
        Sys.println(o.x);
        var fn = a.f;
        Sys.println(fn());
    }
}
