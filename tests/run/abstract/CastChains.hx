// expect: 6
// expect: 3
// expect: 4
// expect: 1 s
// expect: 1
// expect: 2
// expect: q
// expect: true false
// expect: 9
// expect: 3
// expect: 4
// expect: 1
// expect: 1
// expect: 2
// expect: 5
// expect: 2
// expect: 5
abstract Meters(Float) {
    public inline function new(f) this = f;
    @:to inline function toFeet():Feet return new Feet(this * 3.0);
    @:to function toF():Float return this;
    @:from static function fromI(i:Int):Meters return new Meters(i);
}

abstract Feet(Float) {
    public inline function new(f) this = f;
    public function v() return this;
}

abstract Either<A, B>(Dynamic) from A from B to A to B {
}

abstract Lst<T>(Array<T>) from Array<T> {
    @:to function first():T return this[0];
    @:to public function toL():List<T> {
        var l = new List();
        for (x in this) l.add(x);
        return l;
    }
    @:from static function single<T>(t:T):Lst<T> return [t];
    @:from static function fromList<T>(l:List<T>):Lst<T> return [for (x in l) x];
}

abstract Nul<T>(Null<T>) from Null<T> to Null<T> {
    public function or(d:T):T return this == null ? d : this;
}

abstract A1(Int) from Int to Int {
}

abstract A2(A1) from A1 to A1 {
}

abstract A3(A2) from A2 to A2 {
}

@:transitive abstract T1(Int) from Int to Int {
}

class CastChains {
    static function feet(f:Feet) return f.v();
    static function e(x:Either<Int, String>) return Std.string(x);
    static function opt(?m:Meters) return m == null;
    static function main() {
        Sys.println(feet(new Meters(2)));
        var f:Float = new Meters(3);
        Sys.println(f);
        var m:Meters = 4;
        Sys.println((m : Float));
        Sys.println(Std.string(e(1)) + " " + Std.string(e("s")));
        var l:Lst<Int> = [1, 2];
        var fst:Int = l;
        Sys.println(fst);
        var li:List<Int> = l;
        Sys.println(li.length);
        var l2:Lst<String> = "q";
        Sys.println((l2 : String));
        Sys.println(Std.string(opt()) + " " + Std.string(opt(3)));
        var li3 = new List<Int>();
        li3.add(9);
        var l3:Lst<Int> = li3;
        var i3:Int = l3;
        Sys.println(i3);
        var n:Nul<Int> = null;
        Sys.println(n.or(3));
        n = 4;
        Sys.println(n.or(3));
        var a1:A1 = 1;
        var a2:A2 = a1;
        var a3:A3 = a2;
        Sys.println(a3);
        var b:A2 = a3;
        var c:A1 = b;
        var i:Int = c;
        Sys.println(i);
        var arr:Array<Meters> = [1, 2];
        Sys.println((arr[1] : Float));
        var o:{m:Meters} = {m: 5};
        Sys.println((o.m : Float));
        var fl = [1, 2].map((x) -> (x : Meters));
        Sys.println(fl.length);
        Sys.println(cast(m, Float) + 1);
    }
}
