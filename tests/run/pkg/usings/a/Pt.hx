package a;

@:using(a.Pt.PtTools) class Pt {
    public var x:Int;
    public var y:Int;
    public function new(x, y) {
        this.x = x;
        this.y = y;
    }
    public function str() return "member";
}

class PtTools {
    public static function len(p:Pt) return p.x + p.y;
    public static function str(p:Pt) return "ext";
}

@:using(a.Pt.NumTools) abstract Num(Int) from Int to Int {
}

class NumTools {
    public static function plus(n:Num, k:Int):Int return (n : Int) + k;
}

@:using(a.Pt.EithTools) enum Eith {
    Left(x:Int);
    Right(x:Int);
}

class EithTools {
    public static function isLeft(e:Eith) return e.match(Left(_));
}
