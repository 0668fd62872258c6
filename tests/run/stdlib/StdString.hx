// expect: 12.5truenull
// expect: true
// expect: [1,2]
// expect: [a,null]
// expect: [[1],[]]
// expect: 1
// expect: -0.25
// expect: 1e+21
// expect: 2147483648
// expect: 100000
// expect: 2
class StdString {
	function new() {}

	static function main() {
		Sys.println(Std.string(1) + Std.string(2.5) + Std.string(true) + Std.string(null));
		Sys.println(Std.string("s") == "s");
		Sys.println(Std.string([1, 2]));
		Sys.println(Std.string(["a", null]));
		Sys.println(Std.string([[1], []]));
		Sys.println(Std.string(1.0));
		Sys.println(Std.string(-0.25));
		Sys.println(Std.string(1e21));
		Sys.println(Std.string(2147483648.0));
		Sys.println(Std.string(100000.0));
		Sys.println(Std.string(-7).length);
	}
}
