// expect: 3
// expect: a+b
// expect: 1/b
using OverloadedExtensions.Ext;

class Ext {
    public extern overload static inline function add(x:Int, y:Int) return x + y;
    public extern overload static inline function add(x:String, y:String) return x + "+" + y;
    public extern overload static inline function add(x:Int, y:String) return x + "/" + y;
}

class OverloadedExtensions {
    static function main() {
        Sys.println(1 .add(2));
        Sys.println("a".add("b"));
        Sys.println(1 .add("b"));
    }
}
