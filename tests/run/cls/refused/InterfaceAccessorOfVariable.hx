// expect error: 7: Field get_p needed by A is missing
// expect error: 8: Field p has different property access than in A (var should be (get,never))
interface A {
    var p(get, never):Int;
}

class Y implements A {
    public var p:Int;
}

class InterfaceAccessorOfVariable {
    static function main() {}
}
