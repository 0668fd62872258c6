// expect error: 8: Cannot call super.dyn since it's a dynamic method
class A {
    public dynamic function dyn(x:Int):Int return x;
    public function new() {}
}

class B extends A {
    public override dynamic function dyn(x) return super.dyn(x) + 1;
}

class SuperDynamic {
    static function main() {}
}
