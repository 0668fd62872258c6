// expect: 42
// expect: -7
// expect: 7
// expect: 12
// expect: 12
// expect: 31
// expect: 255
// expect: -16
// expect: null
// expect: null
// expect: null
// expect: 0
// expect: 2147483647
// expect: 7
// expect: 1
// expect: 42
class ParseInt {
	static function main() {
		Sys.println(Std.parseInt("42"));
		Sys.println(Std.parseInt("-7"));
		Sys.println(Std.parseInt("+7"));
		Sys.println(Std.parseInt(" 12abc"));
		Sys.println(Std.parseInt("12.9"));
		Sys.println(Std.parseInt("0x1F"));
		Sys.println(Std.parseInt("0xff"));
		Sys.println(Std.parseInt("-0x10"));
		Sys.println(Std.parseInt(""));
		Sys.println(Std.parseInt("abc"));
		Sys.println(Std.parseInt("-"));
		Sys.println(Std.parseInt("0"));
		Sys.println(Std.parseInt("2147483647"));
		Sys.println(Std.parseInt("007"));
		Sys.println(Std.parseInt("1e3"));
		var n = Std.parseInt("20") + Std.parseInt("22");
		Sys.println(n);
	}
}
