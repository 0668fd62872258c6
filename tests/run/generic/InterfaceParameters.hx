// expect: 5
// expect: 1
// expect: 6
// expect: 1
// expect: 7
// expect: 6
// expect: z
class Base<T> {
    public function new() {}
    public function make():Null<T> return null;
    public function each(f:T -> Void):Base<T> return this;
}

class IntB extends Base<Int> {
    public override function make():Null<Int> return 4;
    override function each(f) {
        f(1);
        return this;
    }
}

interface Src<T> {
    function get():T;
    var val(get, never):T;
}

class SI implements Src<Int> {
    public function new() {}
    public function get() return 5;
    public var val(get, never):Int;
    function get_val() return 6;
}

class SS<T> implements Src<Array<T>> {
    var t:T;
    public function new(t) this.t = t;
    public function get() return [t];
    public var val(get, never):Array<T>;
    function get_val() return [t, t];
}

class InterfaceParameters {
    static function take<T>(s:Src<T>):T return s.get();
    static function main() {
        var b:Base<Int> = new IntB();
        Sys.println(b.make() + 1);
        b.each((x) -> Sys.println(x));
        Sys.println(take(new SI()) + 1);
        Sys.println(take(new SS("q")).length);
        var s:Src<Int> = new SI();
        Sys.println(s.val + 1);
        var a:Array<Src<Int>> = [new SI()];
        Sys.println(a[0].val);
        var x:Src<Array<String>> = new SS("z");
        Sys.println(x.val[1]);
    }
}
