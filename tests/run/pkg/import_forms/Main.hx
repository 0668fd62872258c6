// expect: 1 2 stat 3 w wv su
// expect: modf modf 3 fn
// expect: 1
// expect: Aa Bb(3)
// expect: 9
// expect: m2f
// expect: modf
// expect: 5
// expect: 14
import p.M;
import p.M.Second as Sec;
import p.M.stat as st;
import p.M.*;
import p.W.*;
import p.sub.*;
import p.Mf;
import p.Mf.modf as mf2;
import haxe.ds.StringMap as SM;
import p.Fn.fn as ffn;
import p.En.*;

class Main {
    static function main() {
        Sys.println(Std.string(new M().v) + " " + Std.string(new Sec().v) + " " + Std.string(st()) + " " + Std.string(new Third().v) + " " + Std.string(w()) + " " + Std.string(wv) + " " + Std.string(Su.s));
        Sys.println(Std.string(modf()) + " " + Std.string(mf2()) + " " + Std.string(modv) + " " + Std.string(ffn()));
        var m = new SM<Int>();
        m.set("a", 1);
        Sys.println(m.get("a"));
        Sys.println(Std.string(Aa) + " " + Std.string(Bb(3)));
        Sys.println(Main2.x);
        main2f();
        Sys.println(p.Mf.modf());
        modv = 5;
        Sys.println(modv);
        Sys.println(localf(2));
    }
}

class Main2 {
    public static var x = 9;
}

function main2f() Sys.println("m2f");

private function localf(x:Int) return x * modc;

final modc = 7;

inline var mi = 4;
