// expect error: 4: Null safety: Field "s" is not nullable thus should have an initial value or should be initialized in constructor.
// expect error: 10: Null safety: Cannot use field s until initialization.
@:nullSafety class Init3 {
    var s:String;
    var n:Null<Int>;
    static function main() {}
    function new(c:Bool) {
        n;
        if (c) {
            s = "a";
        }
    }
}
