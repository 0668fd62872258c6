// expect error: 13: Null safety: Cannot call method foo until all instance fields are initialized.
@:nullSafety class P {
    public var s:String = "a";
    public function new() {}
    public function foo() {}
}

@:nullSafety class Init4 extends P {
    var q:String;
    static function main() {}
    function new() {
        super();
        foo();
        q = s;
    }
}
