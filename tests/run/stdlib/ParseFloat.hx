// expect: 1.5
// expect: -0.25
// expect: 3
// expect: 1000
// expect: 1500
// expect: 2.5
// expect: 0.5
// expect: 5
// expect: 12
// expect: true
// expect: true
// expect: 4
// expect: 0.02
class ParseFloat {
	static function main() {
		Sys.println(Std.parseFloat("1.5"));
		Sys.println(Std.parseFloat("-0.25"));
		Sys.println(Std.parseFloat("3"));
		Sys.println(Std.parseFloat("1e3"));
		Sys.println(Std.parseFloat("1.5e3x"));
		Sys.println(Std.parseFloat("  2.5"));
		Sys.println(Std.parseFloat(".5"));
		Sys.println(Std.parseFloat("5."));
		Sys.println(Std.parseFloat("12abc"));
		Sys.println(Math.isNaN(Std.parseFloat("abc")));
		Sys.println(Math.isNaN(Std.parseFloat("")));
		Sys.println(Std.parseFloat("+4"));
		Sys.println(Std.parseFloat("2e-2"));
	}
}
