// expect error: 35: Null safety: Cannot access "length" of a nullable value.
// expect error: 42: Null safety: Cannot access "length" of a nullable value.
// expect error: 49: Null safety: Cannot access "length" of a nullable value.
// expect error: 55: Null safety: Cannot access "length" of a nullable value.
// expect error: 59: Null safety: Cannot access "length" of a nullable value.
// expect error: 63: Null safety: Cannot access "length" of a nullable value.
// expect error: 69: Null safety: Cannot access "length" of a nullable value.
// expect error: 75: Null safety: Cannot access "length" of a nullable value.
// expect error: 83: Null safety: Cannot access "length" of a nullable value.
// expect error: 85: Null safety: Cannot access "length" of a nullable value.
// expect error: 92: Null safety: Cannot access "length" of a nullable value.
// expect error: 100: Null safety: Cannot access "length" of a nullable value.
@:nullSafety(Strict) class Strict {
    static var sn:Null<String>;
    static final sf:Null<String> = null;
    final ff:Null<String> = null;
    var fn:Null<String>;
    var o:Null<Strict>;
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
    function t0(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (sn != null) {
            sn.length;
            foo();
            sn.length;
        }
    }
    function t1(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (fn != null) {
            fn.length;
            foo();
            fn.length;
        }
    }
    function t2(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (self != null && self.fn != null) {
            self.fn.length;
            foo();
            self.fn.length;
        }
    }
    function t3(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (sf != null) {
            foo();
            sf.length;
        }
    }
    function t4(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (p != null) p.length;
    }
    function t5(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (a != null) {
            var f = () -> a.length;
        }
    }
    function t6(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        var x:Null<String> = null;
        var f = () -> {
            if (x != null) x.length;
        };
    }
    function t7(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (fn != null) {
            trace(b);
            fn.length;
        }
    }
    function t8(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        if (fn != null) {
            var s = fn + "x";
            fn.length;
            o = null;
            fn.length;
            fn = ret();
            fn.length;
        }
    }
    function t9(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        while (fn != null) {
            fn.length;
            foo();
            fn.length;
        }
    }
    function t10(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Strict>) {
        var x:{?f:String} = {};
        if (x.f != null) {
            x.f.length;
            foo();
            x.f.length;
        }
    }
}
