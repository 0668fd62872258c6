// expect error: 51: Un should be Int
// expect error: 52: Un should be Int
// expect error: 53: Un should be Int
// expect error: 54: Un should be Int
// expect error: 54: Un should be Int
// expect error: 60: Cannot add UI and UI
// expect error: 62: US should be Int
// expect error: 63: Cannot add US and US
// expect error: 64: UF should be Int
// expect error: 65: UF should be Int
// expect error: 66: Un should be Int
// expect error: 71: UF should be Int
// expect error: 75: Cannot compare Un and Int
// expect error: 82: Un should be Int
// expect error: 83: Cannot compare US and String
// expect error: 87: Int should be UI
abstract Un(Float) from Float to Float {
}

abstract UI(Int) to Int {
}

abstract US(String) to String {
}

abstract UF(Float) {
    @:to function f():Float return this;
    @:to function i():Int return 1;
}

abstract UB(Bool) to Bool {
}

class CoreOperators {
    static function g<T:Float>(p:T, q:T) {
        $type(p + p);
        $type(p + 1);
        $type(p * 1.5);
        $type(p / p);
        $type(-p);
        $type(p - q);
        $type(p < q);
        $type(p * p);
    }
    static function main() {
        var u:Un = cast 1;
        var i:UI = cast 1;
        var s:US = cast "";
        var f:UF = cast 1;
        var b:UB = cast true;
        $type(u * 1.5);
        $type(1.5 * u);
        $type(u / 2);
        $type(u - u);
        $type(u + 1.5);
        $type(i + 1);
        $type(i + 1.5);
        $type(i * 2.5);
        $type(i * i);
        $type(i + i);
        $type(s + "x");
        $type(s + 1);
        $type(s + s);
        $type(f + 1);
        $type(f * 2.0);
        $type(-u);
        $type(-i);
        $type(~i);
        $type(i & 3);
        $type(i << 2);
        $type(f & 1);
        $type(!b);
        $type(b && true);
        $type(if (b) 1 else 2);
        $type(u < 1);
        $type(i == 1);
        $type(f == 1.5);
        $type(s == "a");
        $type("a" == s);
        $type(u == u);
        $type(i++);
        $type(u++);
        $type(s < "x");
        $type(i % 2);
        $type(i >>> 2);
        u += 1.5;
        i += 1;
        $type(i ... 5);
        $type((null : Dynamic) + i);
        $type(i + (null : Dynamic));
        $type(i - (null : Dynamic));
    }
}
