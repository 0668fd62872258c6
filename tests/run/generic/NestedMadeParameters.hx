// no oracle: the official compiler fails on a generic function called within a generic one
// expect: 3
// expect: true
// expect: [n]
class NestedMadeParameters {
    public var n = 1;
    public function new() {}
    @:generic static function mk<T:haxe.Constraints.Constructible<Void -> Void>>():T return new T();
    @:generic static function outer<T:haxe.Constraints.Constructible<Void -> Void>>(n:Int):Array<T> {
        var make = function():T return mk();
        return [for (i in 0 ... n) i % 2 == 0 ? make() : new T()];
    }
    static function main() {
        var o:Array<NestedMadeParameters> = outer(3);
        Sys.println(o.length);
        Sys.println(Std.isOfType(o[2], NestedMadeParameters));
        Sys.println(Reflect.fields(new NestedMadeParameters()));
    }
}
