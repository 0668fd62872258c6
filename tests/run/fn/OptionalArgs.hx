// expect: 1,null,null
// expect: 1,b,null
// expect: 1,b,2.5
// expect: 1,null,3
// expect: 1
// expect: 12
// expect: 10
// expect: 2
// expect: default
// expect: given
// expect: default
class OptionalArgs {
	static function f(a:Int, ?b:String, ?c:Float):String
		return a + "," + b + "," + c;

	static function g(?x:Int, ?list:Array<Int>):Int {
		if (list == null)
			list = [1, 2];
		return (x == null ? -1 : x) + list.length;
	}

	static function h(?s:String = "default"):String
		return s;

	static function main() {
		Sys.println(f(1));
		Sys.println(f(1, "b"));
		Sys.println(f(1, "b", 2.5));
		Sys.println(f(1, null, 3));
		Sys.println(g());
		Sys.println(g(10));
		Sys.println(g(10, []));
		Sys.println(g(null, [1, 2, 3]));
		Sys.println(h());
		Sys.println(h("given"));
		Sys.println(h(null));
	}
}
