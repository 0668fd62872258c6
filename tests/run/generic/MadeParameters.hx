// expect: 4 8
// expect: 304
// expect: true
// expect: [0,2,4]
// expect: 5
// expect: true
// expect: true
// expect: true
import haxe.Constraints;

@:generic class Mk<T:Constructible<Int -> Void>> {
    public function new() {}
    public function mk(i:Int):T return new T(i);
    public function many(n:Int):Array<T> return [for (i in 0 ... n) new T(i)];
}

class Th {
    public var i:Int;
    public function new(i:Int) this.i = i;
}

class Th2 extends Th {
    public function new(i:Int) super(i * 2);
}

class Th3 {
    public var i:Int;
    public function new(i:Int, ?k:String, z = 4) this.i = i + z;
}

@:generic class Pool<T:Constructible<Void -> Void>> {
    var free:Array<T> = [];
    public function new() {}
    public function get():T return free.length > 0 ? free.pop() : new T();
    public function put(t:T) free.push(t);
}

@:generic class Sub<T:Constructible<Void -> Void>> extends Pool<T> {
    public function two() return [get(), new T()];
}

class Em {
    public function new() {}
}

class IntPool extends Pool<Em> {
    public function new() super();
}

class MadeParameters {
    public function new() {}
    @:generic static function mk<T:Constructible<Void -> Void>>():T return new T();
    @:generic static function mk2<T:Constructible<String -> Void> & Len>(c:T, s:String):Int {
        var t = new T(s);
        var mk = () -> new T(s + "!");
        return t.len() * 100 + mk().len();
    }
    @:generic function member<T:Constructible<Int -> Void>>(i:Int):T return new T(i);
    static function main() {
        Sys.println(Std.string(new Mk<Th>().mk(4).i) + " " + Std.string(new Mk<Th2>().mk(4).i));
        var m:MadeParameters = mk();
        Sys.println(mk2(new St(""), "abc"));
        Sys.println(m != null);
        var mm = new Mk<Th2>().many(3);
        Sys.println([for (x in mm) x.i]);
        var th:Th = new MadeParameters().member(5);
        Sys.println(th.i);
        var p = new Pool<Em>();
        Sys.println(Std.isOfType(p.get(), Em));
        var s = new Sub<Em>();
        Sys.println(Std.isOfType(s.two()[0], Em));
        Sys.println(Std.isOfType(new IntPool().get(), Em));
    }
}

interface Len {
    function len():Int;
}

class St implements Len {
    var s:String;
    public function new(s:String) this.s = s;
    public function len() return s.length;
}
