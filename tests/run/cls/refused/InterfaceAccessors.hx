// expect error: 11: Field a needed by A is missing
// expect error: 11: Field get_p needed by A is missing
// expect error: 11: Field p needed by A is missing
// expect error: 11: Field v needed by A is missing
interface A {
    function a():Int;
    var v:Int;
    var p(get, never):Int;
}

class X implements A {
    public function new() {}
}

class InterfaceAccessors {
    static function main() {}
}
