// no oracle: ?? and ?. are new in 4.3
// expect: 0
// expect: null
// expect: null
@:nullSafety class Coalescing {
    static function ret():Null<String> return null;
    static function take(s:String) {}
    static function main() {
        var a = ret();
        take(a ?? "x");
        var l:Int = a?.length ?? 0;
        Sys.println(l);
        var m = a?.length;
        Sys.println('$m');
        a ??= "q";
        take(a);
        var n:Null<Coalescing> = null;
        Sys.println('${n?.f()?.length}');
        final z = n?.f() ?? "d";
        take(z);
    }
    function new() {}
    function f():Null<String> return "x";
}
