// expect: 6
// expect: 0.5
// expect: null
// expect: now
// expect: inferred from its first use
// expect: 42
// expect: 2 1
class VarDeclarations {
	static function main() {
		var a = 1, b = 2, c = a + b;
		Sys.println(a + b + c);
		var x:Int, y:Float;
		x = 4;
		y = x;
		Sys.println(y / 8);
		var s:String = null;
		Sys.println(s);
		s = "now";
		Sys.println(s);
		var later;
		later = "inferred from its first use";
		Sys.println(later);
		final fixed = a + 41;
		Sys.println(fixed);
		var t = a;
		a = b;
		b = t;
		Sys.println('$a $b');
	}
}
