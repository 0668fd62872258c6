// expect: odd
// expect: medium
// expect: 11
// expect: here
// expect: 2
// expect: 1
// expect: null
class IfValue {
	static function main() {
		var n = 7;
		var kind = if (n % 2 == 0) "even" else "odd";
		Sys.println(kind);
		var size = if (n < 5) "small" else if (n < 10) "medium" else "large";
		Sys.println(size);
		Sys.println(1 + if (n > 3) 10 else 20);
		var v = if (n > 100) {
			Sys.println("not here");
			1;
		} else {
			Sys.println("here");
			2;
		};
		Sys.println(v);
		var f = if (n > 0) 1 else 2.5;
		Sys.println(f);
		var s:Null<Int> = if (n > 0) null else 4;
		Sys.println(s);
	}
}
