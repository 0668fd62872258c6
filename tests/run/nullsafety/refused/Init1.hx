// expect error: 8: Null safety: Cannot call method foo until all instance fields are initialized.
// expect error: 9: Null safety: Cannot use field t until initialization.
@:nullSafety class Init1 {
    var s:String;
    var t:String;
    static function main() {}
    function new() {
        foo();
        s = t;
        t = "b";
        bar(this);
        this.foo();
        var f = () -> s;
    }
    function foo() {}
    static function bar(m:Init1) {}
}
