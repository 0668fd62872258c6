// An optional argument is skipped when the value fits only a later one.
// expect: null,null,null
// expect: 1,null,null
// expect: null,s,null
// expect: null,null,true
// expect: 1,null,true
// expect: null,s,false
// expect: 2,t,true
// expect: null,no f,end
// expect: 7,no f,end
// expect: null,f 4,end
// expect: 7,f 3,end
class OptionalSkip {
	static function f(?a:Int, ?s:String, ?b:Bool):String
		return a + "," + s + "," + b;

	static function g(?a:Int, ?f:Int->Int, last:String):String
		return a + "," + (f == null ? "no f" : "f " + f(2)) + "," + last;

	static function main() {
		Sys.println(f());
		Sys.println(f(1));
		Sys.println(f("s"));
		Sys.println(f(true));
		Sys.println(f(1, true));
		Sys.println(f("s", false));
		Sys.println(f(2, "t", true));
		Sys.println(g("end"));
		Sys.println(g(7, "end"));
		Sys.println(g(x -> x * x, "end"));
		Sys.println(g(7, x -> x + 1, "end"));
	}
}
