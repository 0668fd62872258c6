// expect error: 9: Null safety: Cannot use "this" until all instance fields are initialized.
// expect error: 10: Null safety: Cannot use "this" until all instance fields are initialized.
@:nullSafety class Init2 {
    var s:String;
    var t:String = "x";
    static function main() {}
    function new() {
        t.length;
        bar(this);
        var f = () -> s.length;
        if (t == "x") s = "a" else s = "b";
        s.length;
    }
    static function bar(m:Init2) {}
}
