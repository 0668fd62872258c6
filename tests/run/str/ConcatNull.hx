// expect: anull
// expect: nulla
// expect: n null
// expect: f 2.5 b null
// expect: nullx
// expect: d null
// expect: nullx null
// expect: a-null-b
class ConcatNull {
	static function main() {
		var s:String = null;
		Sys.println("a" + s);
		Sys.println(s + "a");
		var n:Null<Int> = null;
		Sys.println("n " + n);
		var f:Null<Float> = 2.5, b:Null<Bool> = null;
		Sys.println("f " + f + " b " + b);
		s += "x";
		Sys.println(s);
		var d:Dynamic = null;
		Sys.println("d " + d);
		Sys.println('$s $n');
		var list:Array<String> = ["a", null, "b"];
		Sys.println(list.join("-"));
	}
}
