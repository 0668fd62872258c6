// expect: 1xtrue
// expect: 2yfalse
// expect: 3ztrue
// expect: 4wtrue
// expect: 1evaluated at bind false
// expect: 3
class BindArguments {
	static function f(a:Int, b:String, c:Bool):String
		return a + b + c;

	static function main() {
		var g = f.bind(1);
		Sys.println(g("x", true));
		var h = f.bind(_, "y", false);
		Sys.println(h(2));
		var i = f.bind(_, "z");
		Sys.println(i(3, true));
		var j = f.bind(4, "w", true);
		Sys.println(j());
		var n = 1;
		var k = f.bind(n);
		n = 50;
		Sys.println(k("evaluated at bind ", false));
		var l = [1, 2].push.bind(3);
		Sys.println(l());
	}
}
