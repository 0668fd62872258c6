// expect error: 11: Unexpected ;
// expect error: 12: Type name should start with an uppercase letter
// expect error: 13: Unexpected ;
// expect error: 14: Expected >
// expect error: 15: Unexpected =
// expect error: 16: Expected , or }
// expect error: 17: Unexpected ;
// expect error: 18: Unexpected lower
class Types {
	static function main() {
		var a:;
		var b:foo;
		var c:Array<;
		var d:Array<Int = null;
		var e:foo.bar = 1;
		var f:{a:Int b:Int};
		var g:(Int, Int);
		var h:Foo.lower;
		var fine:Map<String, Array<(a:Int, ?b:Foo) -> Bar, Foo & { > Base, x:Int }>>;
	}
}
