// expect: 42
// expect: called at once
// expect: 10
// expect: 2
// expect: two calls
// expect: 12
class ImmediateCall {
	static function main() {
		var r = (function(x:Int) return x + 1)(41);
		Sys.println(r);
		(() -> Sys.println("called at once"))();
		var n = 5;
		(function() {
			n *= 2;
		})();
		Sys.println(n);
		Sys.println((n > 3 ? Math.floor : Math.ceil)(2.5));
		var get = () -> () -> "two calls";
		Sys.println(get()());
		Sys.println([x -> x + 1, x -> x + 2][1](10));
	}
}
