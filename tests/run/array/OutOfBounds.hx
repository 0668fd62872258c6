// Reading outside gives null for elements that can be null.
// expect: true
// expect: true
// expect: null
// expect: null
// expect: 2
// expect: null
// expect: null
// expect: 2
class OutOfBounds {
	static function main() {
		var s = ["a", "b"];
		Sys.println(s[2] == null);
		Sys.println(s[-1] == null);
		Sys.println(s[1000000]);
		var n:Array<Null<Int>> = [1, 2];
		Sys.println(n[5]);
		Sys.println(n[1]);
		var o:Array<Array<Int>> = [];
		Sys.println(o[0]);
		var d:Array<Dynamic> = [1];
		Sys.println(d[3]);
		Sys.println(s.length);
	}
}
