// expect error: 114: Null safety: Cannot access "length" of a nullable value.
// expect error: 117: Null safety: Cannot access "toUpperCase" of a nullable value.
// expect error: 120: Null safety: Cannot assign nullable value here.
// expect error: 123: Null safety: Cannot assign nullable value here.
// expect error: 126: Null safety: Cannot pass nullable value to not-nullable argument "s" of function "take".
// expect error: 130: Null safety: Cannot assign nullable value here.
// expect error: 133: Null safety: Cannot perform binary operation on nullable value.
// expect error: 136: Null safety: Cannot perform binary operation on nullable value.
// expect error: 139: Null safety: Cannot perform binary operation on nullable value.
// expect error: 142: Null safety: Cannot perform unary operation on nullable value.
// expect error: 145: Null safety: Cannot perform unary operation on nullable value.
// expect error: 148: Null safety: Cannot perform binary operation on nullable value.
// expect error: 151: Null safety: Cannot perform unary operation on nullable value.
// expect error: 154: Null safety: Cannot use nullable value as condition in "if".
// expect error: 157: Null safety: Cannot use nullable value as a condition in "while".
// expect error: 160: Null safety: Cannot perform unary operation on nullable value.
// expect error: 163: Null safety: Cannot use nullable value as condition in "if".
// expect error: 166: Null safety: Cannot access "length" of a nullable value.
// expect error: 166: Null safety: Cannot perform array access on nullable value.
// expect error: 169: Null safety: Cannot perform array access on nullable value.
// expect error: 172: Null safety: Cannot perform array access on nullable value.
// expect error: 176: Null safety: Cannot unify Array<Null<String>> with Array<String>
// expect error: 179: Null safety: Cannot use nullable value of Null<String> as an item in Array<String>
// expect error: 182: Null safety: Cannot use nullable value of String as an item in Array<String>
// expect error: 185: Null safety: Cannot assign nullable value here.
// expect error: 189: Null safety: Cannot unify { s : Null<String> } with { s : String }
// expect error: 192: Null safety: Cannot throw nullable value.
// expect error: 195: Null safety: Cannot throw nullable value.
// expect error: 199: Null safety: Cannot return nullable value of Null<String> as String
// expect error: 203: Null safety: Cannot return nullable value of Null<String> as String
// expect error: 207: Null safety: Cannot call a nullable value.
// expect error: 210: Null safety: Cannot unify (s : String) -> Void with Null<String> -> Void
// expect error: 214: Null safety: Cannot unify (s : String) -> Void with Null<String> -> Void
// expect error: 217: Null safety: Cannot cast nullable value to not nullable type.
// expect error: 220: Null safety: Cannot cast nullable value to not nullable type.
// expect error: 223: Null safety: Cannot cast nullable value to not nullable type.
// expect error: 226: Null safety: Cannot cast nullable value to not nullable type.
// expect error: 233: Null safety: Cannot access "length" of a nullable value.
// expect error: 237: Null safety: Cannot assign nullable value here.
// expect error: 245: Null safety: Cannot assign nullable value here.
// expect error: 249: Null safety: Cannot access "length" of a nullable value.
// expect error: 255: Null safety: Cannot access "length" of a nullable value.
// expect error: 261: Null safety: Cannot access "length" of a nullable value.
// expect error: 265: Null safety: Cannot access "length" of a nullable value.
// expect error: 269: Null safety: Cannot access "length" of a nullable value.
// expect error: 272: Null safety: Cannot access "length" of a nullable value.
// expect error: 276: Null safety: Cannot access "length" of a nullable value.
// expect error: 281: Null safety: Cannot access "length" of a nullable value.
// expect error: 286: Null safety: Cannot access "length" of a nullable value.
// expect error: 292: Null safety: Cannot access "length" of a nullable value.
// expect error: 296: Null safety: Cannot access "length" of a nullable value.
// expect error: 299: Null safety: Cannot access "length" of a nullable value.
// expect error: 303: Null safety: Cannot access "length" of a nullable value.
// expect error: 311: Null safety: Cannot access "length" of a nullable value.
// expect error: 315: Null safety: Cannot access "length" of a nullable value.
// expect error: 318: Null safety: Cannot assign nullable value here.
// expect error: 323: Null safety: Cannot assign nullable value here.
// expect error: 328: Null safety: Cannot assign nullable value here.
// expect error: 332: Null safety: Cannot access "length" of a nullable value.
// expect error: 335: Null safety: Cannot pass nullable value to not-nullable argument "s" of function "string".
// expect error: 338: Null safety: Cannot assign nullable value here.
// expect error: 341: Null safety: Cannot assign nullable value here.
// expect error: 344: Null safety: Cannot assign nullable value here.
// expect error: 347: Null safety: Cannot assign nullable value here.
// expect error: 350: Null safety: Cannot perform binary operation on nullable value.
// expect error: 353: Null safety: Cannot pass nullable value to not-nullable argument "min" of function "new".
// expect error: 356: Null safety: Cannot perform binary operation on nullable value.
// expect error: 359: Null safety: Cannot access "length" of a nullable value.
// expect error: 362: Null safety: Cannot access "fn" of a nullable value.
// expect error: 362: Null safety: Cannot access "length" of a nullable value.
// expect error: 365: Null safety: Cannot access "o" of a nullable value.
// expect error: 366: Null safety: Cannot access "fn" of a nullable value.
// expect error: 370: Null safety: Cannot pass nullable value to not-nullable argument "x" of function "push".
// expect error: 372: Null safety: Cannot assign nullable value here.
// expect error: 375: Null safety: Cannot pass nullable value to not-nullable argument "o" of function "field".
// expect error: 378: Null safety: Cannot pass nullable value to not-nullable argument "s" of function "trim".
// expect error: 381: Null safety: Cannot pass nullable value to not-nullable argument "v" of function "isOfType".
// expect error: 384: Null safety: Cannot unify (x : Int) -> Int with Null<Int> -> Int
// expect error: 389: Null safety: Cannot access "length" of a nullable value.
// expect error: 392: Null safety: Cannot access "length" of a nullable value.
// expect error: 398: Null safety: Cannot access "length" of a nullable value.
// expect error: 402: Null safety: Cannot pass nullable value to not-nullable argument "s" of function "loc".
// expect error: 406: Null safety: Cannot access "length" of a nullable value.
// expect error: 414: Null safety: Cannot access "length" of a nullable value.
// expect error: 419: Null safety: Cannot pass nullable value to not-nullable argument "v" of function "Some".
// expect error: 422: Null safety: Cannot pass nullable value to not-nullable argument "s" of function "new".
// expect error: 425: Null safety: Cannot pass nullable value to not-nullable argument "r" of function "new".
// expect error: 430: Null safety: Cannot access "length" of a nullable value.
// expect error: 439: Null safety: Cannot access "length" of a nullable value.
// expect error: 444: Null safety: Cannot access "length" of a nullable value.
// expect error: 454: Null safety: Cannot access "length" of a nullable value.
// expect error: 460: Null safety: Cannot access "length" of a nullable value.
// expect error: 464: Null safety: Cannot assign nullable value here.
// expect error: 467: Null safety: Cannot access "length" of a nullable value.
@:nullSafety(Loose) class Loose {
    static var sn:Null<String>;
    static final sf:Null<String> = null;
    final ff:Null<String> = null;
    var fn:Null<String>;
    var o:Null<Loose>;
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
    function t0(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a.length;
    }
    function t1(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a.toUpperCase();
    }
    function t2(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:String = a;
    }
    function t3(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        b = a;
    }
    function t4(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        take(a);
    }
    function t5(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        new Loose();
        var q:Loose = self;
    }
    function t6(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i + 1;
    }
    function t7(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        1 + i;
    }
    function t8(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i < 2;
    }
    function t9(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        -i;
    }
    function t10(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i++;
    }
    function t11(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i += 1;
    }
    function t12(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        ~i;
    }
    function t13(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (bool()) {}
    }
    function t14(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        while (bool()) {}
    }
    function t15(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        !bool();
    }
    function t16(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var z = bool() ? 1 : 2;
    }
    function t17(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        for (x in arr) {}
    }
    function t18(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        arr[0];
    }
    function t19(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        arr[0] = "s";
    }
    function t20(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var l = [a];
        var m:Array<String> = l;
    }
    function t21(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var m:Array<String> = [a];
    }
    function t22(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var m:Array<String> = [b, null];
    }
    function t23(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var oo:{s:String} = {s: a};
    }
    function t24(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var oo = {s: a};
        var pp:{s:String} = oo;
    }
    function t25(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        throw a;
    }
    function t26(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        throw null;
    }
    function t27(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var f = function():String {
            return a;
        };
    }
    function t28(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var f:() -> String = () -> a;
    }
    function t29(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var f:Null<() -> Void> = null;
        f();
    }
    function t30(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        nullcb(function(s:String) {});
    }
    function t31(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        each(take);
        nullcb(take);
    }
    function t32(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var c = (a : String);
    }
    function t33(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var c = cast(a, String);
    }
    function t34(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var c = cast(null, String);
    }
    function t35(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        (null : String);
    }
    function t36(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        switch a {
            case "x":
                a.length;
            case _:
                a.length;
        }
    }
    function t37(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var s:String = switch b {
            case "x":
                null;
            case _:
                b;
        };
    }
    function t38(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var s:String = if (cond()) a else b;
    }
    function t39(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a != null) a.length;
        a.length;
    }
    function t40(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a == null) {
            foo();
        }
        a.length;
    }
    function t41(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        while (a == null) {
            a = ret();
        }
        a.length;
    }
    function t42(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        do {
            a.length;
        } while (a != null);
    }
    function t43(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a != null || cond()) a.length;
    }
    function t44(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a != null && cond()) a.length else a.length;
    }
    function t45(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a == null && cond()) return;
        a.length;
    }
    function t46(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a != null) {
            a = null;
            a.length;
        }
    }
    function t47(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a = ret();
        a.length;
    }
    function t48(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:Null<String> = "s";
        x.length;
        x = null;
        x.length;
    }
    function t49(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x = a;
        x.length;
    }
    function t50(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (p != null) p.length;
    }
    function t51(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        try {
            a.length;
        } catch (e:Dynamic) {}
    }
    function t52(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        if (a != null) try {
            a.length;
            a = null;
        } catch (e:Dynamic) {
            a.length;
        }
    }
    function t53(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        untyped a.length;
    }
    function t54(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var d:Dynamic = a;
        d.foo;
        var s:String = d;
    }
    function t55(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var d:Dynamic = null;
        take(d);
    }
    function t56(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var m = new Map<String, String>();
        var s:String = m["x"];
    }
    function t57(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var m = new Map<String, String>();
        m["x"].length;
    }
    function t58(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        Std.string(a);
    }
    function t59(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:String = null;
    }
    function t60(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:String = null;
    }
    function t61(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:Int = i;
    }
    function t62(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:Float = i;
    }
    function t63(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i & 1;
    }
    function t64(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        i ... 3;
    }
    function t65(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        for (k in 0 ... i) {}
    }
    function t66(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a.length == 0 ? 1 : 2;
    }
    function t67(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        self.fn.length;
    }
    function t68(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        self.o = null;
        self.fn = a;
    }
    function t69(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var ar = new Array<String>();
        ar.push(a);
        var s:String = ar[0];
        var s2:String = ar.pop();
    }
    function t70(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        Reflect.field(a, "x");
    }
    function t71(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        StringTools.trim(a);
    }
    function t72(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a is String;
    }
    function t73(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var g:Null<Int> -> Int = function(x:Int) return x;
    }
    function t74(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x:Null<String> = a;
        var y:Null<String> = x;
        if (y != null) x.length;
    }
    function t75(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        (a).length;
    }
    function t76(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var x = {
            a;
        };
        x.length;
    }
    function t77(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        function loc(s:String) {}
        loc(a);
    }
    function t78(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        function loc(?s:String) {
            s.length;
        }
        loc(a);
    }
    function t79(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var e = haxe.ds.Option.Some(a);
        switch e {
            case Some(v):
                v.length;
            case None:
        }
    }
    function t80(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var e:haxe.ds.Option<String> = haxe.ds.Option.Some(a);
    }
    function t81(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        new haxe.io.StringInput(a);
    }
    function t82(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        new EReg(a, "");
    }
    function t83(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a = "x";
        while (cond()) {
            a.length;
            a = ret();
        }
    }
    function t84(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a = "x";
        while (cond()) {
            a = ret();
        }
        a.length;
    }
    function t85(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        a = "x";
        for (q in 0 ... 3) {
            a.length;
            a = null;
        }
    }
    function t86(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        try {
            a = "x";
        } catch (e:Dynamic) {
            a = "y";
        }
        a.length;
    }
    function t87(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        switch a {
            case v if (v == null):
            case v:
                v.length;
        }
    }
    function t88(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        var g = take.bind(a);
    }
    function t89(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<Loose>) {
        for (x in [a]) x.length;
    }
}
