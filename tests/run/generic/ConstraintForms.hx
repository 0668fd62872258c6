// expect: main
// expect: S
// expect: 3
// expect: 5
// expect: S
// expect: 4
class ConstraintForms {
    static function a(x:Int, ?p:haxe.PosInfos) return p.methodName;
    static function b<T:{
        function toString():String;
    }>(t:T) return t.toString();
    static function c<T:Iterable<Int>>(t:T) {
        var s = 0;
        for (x in t) s += x;
        return s;
    }
    static function d<K, V, M:Map<K, V>>(m:M, k:K):V return m.get(k);
    static function e<T:(Enum<Dynamic>)>(e:T) return 1;
    static function f<A:B, B>(a:A, b:B):B return a;
    static function g<T:Dynamic>(t:T) return t;
    static function main() {
        Sys.println(a(1));
        Sys.println(b(new S()));
        Sys.println(c([1, 2]));
        var l = new List<Int>();
        l.add(5);
        Sys.println(c(l));
        Sys.println(f(new S2(), new S()).toString());
        Sys.println(g(4));
    }
}

class S {
    public function new() {}
    public function toString() return "S";
}

class S2 extends S {
}
