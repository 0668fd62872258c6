// expect: modf
// expect: g
// expect: st
// expect: 3
// expect: 4
// expect: modf
// expect: g4
import p.Mf;

class Main {
    static function main() {
        Sys.println(p.Mf.modf());
        Sys.println(p.Mg.g());
        Sys.println(p.Mg.Mg.st());
        Sys.println(p.Mg.v);
        p.Mg.v = 4;
        Sys.println(p.Mg.v);
        var f = p.Mf.modf;
        Sys.println(f());
        Sys.println(new p.Mg().m());
    }
}
