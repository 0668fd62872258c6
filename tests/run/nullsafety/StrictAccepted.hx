@:nullSafety(Strict) class StrictAccepted {
    static var sn:Null<String>;
    static final sf:Null<String> = null;
    final ff:Null<String> = null;
    var fn:Null<String>;
    var o:Null<StrictAccepted>;
    public var p(get, never):Null<String>;
    function get_p() return null;
    function new() {}
    static function main() {}
    static function foo() {}
    static function take(s:String) {}
    static function opt(?s:String) {}
    static function ret():Null<String> return null;
    static function bool():Null<Bool> return null;
    static function cond() return true;
    static function each(f:String -> Void) {}
    static function nullcb(f:Null<String> -> Void) {}
    function t0(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (sn != null) {
            var s:String = sn;
        }
    }
    function t1(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (this.fn != null) {
            this.fn.length;
        }
    }
    function t2(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (o != null && o.o != null) o.o.fn;
    }
    function t3(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        fn = "x";
        fn.length;
    }
    function t4(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (arr != null && arr[0] != null) arr[0].length;
    }
    function t5(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (a != null) each((s) -> a.length);
    }
    function t6(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (a != null) {
            (function() a.length)();
        }
    }
    function t7(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        if (fn == null) fn = "a";
        fn.length;
    }
    function t8(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<StrictAccepted>) {
        var k = fn;
        if (k != null) {
            foo();
            k.length;
        }
    }
}
