@:nullSafety(Loose) class LooseAccepted {
    static var sn:Null<String>;
    static final sf:Null<String> = null;
    final ff:Null<String> = null;
    var fn:Null<String>;
    var o:Null<LooseAccepted>;
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
    function t0(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        opt(a);
    }
    function t1(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        a + "x";
    }
    function t2(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        "x" + a;
    }
    function t3(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        i == 2;
    }
    function t4(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        bool() && true;
    }
    function t5(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        true || bool();
    }
    function t6(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        each(function(s:Null<String>) {});
    }
    function t7(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var c:String = cast a;
    }
    function t8(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch a {
            case null:
            case v:
                v.length;
        }
    }
    function t9(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch i {
            case 1:
            case _:
        }
    }
    function t10(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var s:String = if (a == null) "x" else a;
    }
    function t11(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var s:String = a == null ? "x" : a;
    }
    function t12(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var s:String = a != null ? a : "x";
    }
    function t13(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) return;
        a.length;
    }
    function t14(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) throw "x";
        a.length;
    }
    function t15(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) a = "x";
        a.length;
    }
    function t16(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) {
            a = "x";
        } else {
            a.length;
        }
        a.length;
    }
    function t17(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        while (a != null) {
            a.length;
            a = ret();
        }
    }
    function t18(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        while (cond()) {
            if (a == null) continue;
            a.length;
        }
    }
    function t19(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        while (cond()) {
            if (a == null) break;
            a.length;
        }
        a.length;
    }
    function t20(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null && a.length > 0) {}
    }
    function t21(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null || a.length > 0) {}
    }
    function t22(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (!(a == null)) a.length;
    }
    function t23(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (null != a) a.length;
    }
    function t24(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null || cond()) return;
        a.length;
    }
    function t25(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null) {
            foo();
            a.length;
        }
    }
    function t26(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        a = "x";
        a.length;
    }
    function t27(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        a = b;
        a.length;
    }
    function t28(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x:Null<String> = b;
        var y:String = x;
    }
    function t29(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (sn != null) {
            sn.length;
            foo();
            sn.length;
        }
    }
    function t30(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (sn != null) {
            var s:String = sn;
        }
    }
    function t31(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (fn != null) {
            fn.length;
            foo();
            fn.length;
        }
    }
    function t32(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (this.fn != null) {
            this.fn.length;
        }
    }
    function t33(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (self != null && self.fn != null) {
            self.fn.length;
            foo();
            self.fn.length;
        }
    }
    function t34(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (o != null && o.o != null) o.o.fn;
    }
    function t35(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (sf != null) {
            foo();
            sf.length;
        }
    }
    function t36(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (ff != null) {
            foo();
            ff.length;
        }
    }
    function t37(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        fn = "x";
        fn.length;
    }
    function t38(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        sn = "x";
        take(sn);
    }
    function t39(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (arr != null && arr[0] != null) arr[0].length;
    }
    function t40(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null) {
            var f = () -> a.length;
        }
    }
    function t41(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null) {
            var f = () -> a.length;
            a = null;
        }
    }
    function t42(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x:Null<String> = null;
        var f = () -> {
            if (x != null) x.length;
        };
    }
    function t43(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null) each((s) -> a.length);
    }
    function t44(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a != null) {
            [1].map(function(n) return a.length);
        }
    }
    function t45(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        @:nullSafety(Off) {
            a.length;
        };
    }
    function t46(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        @:nullSafety(Off) a.length;
    }
    function t47(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var m = new Map<String, Null<String>>();
        m["x"] = a;
    }
    function t48(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        a == b;
        a == null;
        a != "x";
    }
    function t49(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        '${a}';
    }
    function t50(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        trace(a);
    }
    function t51(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        [a, b].length;
    }
    function t52(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        take(a == null ? "x" : a);
    }
    function t53(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x:String;
        x = b;
        take(x);
    }
    function t54(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var t = this;
        t.fn = null;
    }
    function t55(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        return;
    }
    function t56(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x = a;
        if (x == null) return;
        x.length;
    }
    function t57(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x = ret();
        if (x != null) {
            take(x);
        }
    }
    function t58(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        (cast a : String).length;
    }
    function t59(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var s = a;
        s = "k";
        s.length;
    }
    function t60(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) return else a.length;
    }
    function t61(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch [a, b] {
            case [null, _]:
            case [x, _]:
                x.length;
        }
    }
    function t62(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch a {
            case null:
                return;
            case _:
        }
        a.length;
    }
    function t63(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var r:String = try ret() catch (e:Dynamic) "";
    }
    function t64(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        function loc(s = "d") {
            s.length;
        }
        loc();
    }
    function t65(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        new StringBuf().add(a);
    }
    function t66(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        while (cond()) {
            a = "x";
        }
        a.length;
    }
    function t67(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        while (cond()) {
            if (a == null) break;
        }
        a.length;
    }
    function t68(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        do {
            a = "x";
        } while (cond());
        a.length;
    }
    function t69(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (a == null) {
            if (cond()) return else throw "x";
        }
        a.length;
    }
    function t70(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var x:Null<String> = null;
        if (cond()) x = "a" else x = "b";
        x.length;
    }
    function t71(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch b {
            case "x":
                a = "q";
            case _:
                a = "r";
        }
        a.length;
    }
    function t72(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch a {
            case v if (v != null):
                v.length;
            case _:
        }
    }
    function t73(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        switch a {
            case _ if (a == null):
            case _:
                a.length;
        }
    }
    function t74(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        for (x in [a]) if (x != null) x.length;
    }
    function t75(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var l:Int = switch a {
            case null:
                0;
            case v:
                v.length;
        };
    }
    function t76(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        if (arr != null) for (x in arr) x.length;
    }
    function t77(a:Null<String>, b:String, i:Null<Int>, arr:Null<Array<String>>, self:Null<LooseAccepted>) {
        var lf = () -> {
            if (a == null) return;
            a.length;
        };
    }
}
