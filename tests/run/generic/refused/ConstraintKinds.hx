// expect error: 17: Constraint check failure for G.T
// expect error: 18: Constraint check failure for G.T
// expect error: 19: Constraint check failure for G.T
// expect error: 20: { y : Int } should be { x : Int }
// expect error: 21: ConstraintKinds should be { x : Int }
interface I {
    function i():Int;
}

class G<T:I> {
    public function new(t:T) {}
}

class ConstraintKinds {
    static function s<T:{x:Int}>(t:T) return t.x;
    static function main() {
        new G(3);
        new G<Int>(3);
        var g:G<String>;
        s({y: 1});
        s(new ConstraintKinds());
    }
    function new() {}
}
