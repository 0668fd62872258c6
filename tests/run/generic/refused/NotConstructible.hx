// expect error: 4: A.T does not have a constructor
@:generic class A<T> {
    public function new() {}
    function f() return new T();
}

class NotConstructible {
    static function main() {
        new A<String>();
    }
}
