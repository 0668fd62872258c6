// A block has its own variables; an inner one hides an outer one of the same name.
// expect: static
// expect: local
// expect: inner
// expect: changed
// expect: local
// expect: static
// expect: 2
// expect: 0
// expect: 1
// expect: local
// expect: 40
class Scopes {
	static var x = "static";

	static function main() {
		Sys.println(x);
		var x = "local";
		Sys.println(x);
		{
			var x = "inner";
			Sys.println(x);
			x = "changed";
			Sys.println(x);
		}
		Sys.println(x);
		Sys.println(Scopes.x);
		var y = 1;
		var y = y + 1;
		Sys.println(y);
		for (x in 0...2)
			Sys.println(x);
		Sys.println(x);
		var f = function(x:Int) return x * 10;
		Sys.println(f(4));
	}
}
