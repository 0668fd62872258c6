// expect error: 13: Null safety: Cannot set nullable initial value for not-nullable field "a".
// expect error: 14: Null safety: Cannot set nullable initial value for not-nullable field "b".
// expect error: 19: Null safety: Cannot set nullable initial value for not-nullable field "c".
// expect error: 22: Null safety: Cannot return nullable value of String as String
// expect error: 24: Null safety: Cannot return nullable value of Null<String> as String
// expect error: 27: Null safety: Cannot return nullable value of Null<String> as String
@:nullSafety interface I {
    var x:String;
}

@:nullSafety class Init9 implements I {
    public var x:String;
    static var a:String = null;
    var b:String = null;
    static function main() {}
    public function new() {
        x = "a";
    }
    public static var c(default, null):String = foo();
    static function foo():Null<String> return null;
    function g():String {
        try return "a" catch (e:Dynamic) return null;
    }
    function h():String return foo();
    function k() return foo();
    function l():String {
        return k();
    }
}
