// expect error: 3: Only generic type parameters can be constructed
class NotGeneric {
    static function mk<T:haxe.Constraints.Constructible<Void -> Void>>():T return new T();
    static function main() {}
}
