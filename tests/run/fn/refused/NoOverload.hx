// expect error: 14: Could not find a suitable overload, reasons follow
// expect error: 14: Overload resolution failed for (a : Int, b : Int) -> Int
// expect error: 14: Bool should be Int
// expect error: 14: Overload resolution failed for (a : String) -> String
// expect error: 14: Bool should be String
// expect error: 14: End of overload failure reasons
class O {
    public extern overload static inline function g(a:Int, b:Int):Int return a + b;
    public extern overload static inline function g(a:String):String return a;
}

class NoOverload {
    static function main() {
        O.g(true);
    }
}
