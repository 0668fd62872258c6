// expect error: 11: Unknown identifier : bar
// expect error: 12: Type not found : Foo
// expect error: 13: Type not found : Foo
// expect error: 14: Type not found : foo.Bar
// expect error: 15: Unknown identifier : foo
// expect error: 16: Type not found : Foo
// expect error: 17: Type not found : Foo
// expect error: 18: Type not found : Foo
class UnknownNames {
    static function main() {
        bar(1);
        Foo.bar;
        Foo.Bar;
        foo.Bar;
        foo.bar;
        Foo.bar();
        new Foo();
        Foo.Bar.baz();
    }
}
