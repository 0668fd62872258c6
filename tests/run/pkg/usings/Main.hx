// expect: 3
// expect: member
// expect: 3
// expect: m2
// expect: 7
// expect: Bq
// expect: tools2
import a.Tools;
using a.Tools;
using a.Tools2;

class Main {
    static function main() {
        var p = new a.Pt(1, 2);
        Sys.println(p.len());
        Sys.println(p.str());
        Sys.println(Left(3).v());
        Sys.println(p.m2());
        Sys.println((5 : a.Pt.Num).plus(2));
        Sys.println("q".fromB());
        Sys.println("q".amb());
    }
}
