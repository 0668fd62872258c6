// expect error: 92: Int should be Y
// expect error: 93: Float should be Y
// expect error: 94: P should be Q
// expect error: 96: P2 should be Int
// expect error: 97: P2 should be Float
// expect error: 98: Int should be P2
// expect error: 100: A should be C
// expect error: 101: A1 should be C
// expect error: 102: C should be A
// expect error: 104: Same should be P
// expect error: 105: X should be Q
// expect error: 110: { y : Int, x : Int } has extra field y
// expect error: 111: P should be Dy
// expect error: 113: Int should be An
// expect error: 114: An should be Int
// expect error: 116: PQ should be Float
// expect error: 117: Int should be PQ
// expect error: 124: Array<Int> should be Arr2<Int>
// expect error: 125: Arr2<Int> should be Array<Int>
// expect error: 130: error: Int should be Float
// expect error: 137: B should be A1
abstract X(Float) from Float to Float {
}

abstract Y(X) from X to X {
}

abstract P(Int) from Int to Int {
}

abstract Q(Float) from Float to Float {
}

abstract P2(P) from P to P {
}

class A {
}

class A1 extends A {
}

abstract B(A) from A to A {
}

abstract C(B) from B to B {
}

abstract S(String) from String to String {
}

abstract Nu(Null<Int>) from Null<Int> to Null<Int> {
}

abstract St({x:Int}) from {x:Int} to {x:Int} {
}

abstract Dy(Dynamic) from Int from String to Dynamic {
}

abstract Arr<T>(Array<T>) from Array<T> to Array<T> {
}

abstract Arr2<T>(Arr<T>) from Arr<T> to Arr<T> {
}

abstract FI(Int -> Int) from Int -> Int to Int -> Int {
}

abstract Same(Int) from Int to Int {
}

abstract An(Any) from Any to Any {
}

abstract UIx(UInt) from UInt to UInt {
}

abstract Bo(Bool) from Bool to Bool {
}

abstract PQ(Int) from P to Q {
}

abstract Ei(haxe.extern.EitherType<Int, String>) from haxe.extern.EitherType<Int, String> to haxe.extern.EitherType<Int, String> {
}

class CastChains {
    static function main() {
        var x:X = cast 1, y:Y = cast 1, p:P = cast 1, q:Q = cast 1, p2:P2 = cast 1, a:A = null, a1:A1 = null, b:B = null, c:C = null, i:Int = 1, f:Float = 1, nu:Nu = cast 1, st:St = cast null, dy:Dy = cast 1, an:An = cast 1, same:Same = 1, pq:PQ = cast 1, ei:Ei = cast 1, n:Null<Int> = 1, u:UIx = cast 1, arr:Arr<Int> = null, arr2:Arr2<Int> = null;
        var t1:X = i;
        var t2:Y = i;
        var t3:Y = f;
        var t4:Q = p;
        var t5:Float = p;
        var t6:Int = p2;
        var t7:Float = p2;
        var t8:P2 = i;
        var t9:B = a1;
        var t10:C = a;
        var t11:C = a1;
        var t12:A = c;
        var t13:B = c;
        var t14:P = same;
        var t15:Q = x;
        var t16:Nu = i;
        var t17:Int = nu;
        var t18:Float = nu;
        var t19:{} = st;
        var t20:St = {x: 1, y: 2};
        var t21:Dy = p;
        var t22:String = dy;
        var t23:An = i;
        var t24:Int = an;
        var t25:Q = pq;
        var t26:Float = pq;
        var t27:PQ = i;
        var t28:PQ = p;
        var t29:Ei = i;
        var t30:Int = ei;
        var t31:P = n;
        var t32:UIx = i;
        var t33:Int = u;
        var t37:Arr2<Int> = [1];
        var t38:Array<Int> = arr2;
        var t39:Iterable<Int> = arr;
        var t40:{
            var length(default, null):Int;
        } = arr;
        var t41:Arr<Float> = arr;
        var t42:Array<P> = [i];
        var t43:Array<Int> = [p];
        var t44:Arr<P> = arr;
        var t45:Null<P> = i;
        var t46:Null<Float> = p;
        var t47:Any = c;
        var t48:A1 = b;
        var t49:Array<Same> = [1, 2];
        var t50:Array<Int> = t49;
        var t51:Int -> Int = (null : Same -> Same);
        var t52:{x:Same} = {x: 1};
        var t53:{x:Int} = t52;
    }
}
