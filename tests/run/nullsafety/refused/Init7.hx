// expect error: 7: Null safety: Field "s" is not nullable thus should have an initial value or should be initialized in constructor.
// expect error: 12: Null safety: Cannot use field s until initialization.
// expect error: 14: Null safety: Cannot use field s until initialization.
// expect error: 17: Null safety: Cannot use field s until initialization.
// expect error: 20: Null safety: Cannot use field s until initialization.
@:nullSafety class Init7 {
    var s:String;
    static function main() {}
    function new() {
        switch 1 {
            case 1:
                s = "a";
            case _:
                s = "b";
        }
        try {
            s = "x";
        } catch (e:Dynamic) {}
        while (true) {
            s.length;
        }
    }
}
