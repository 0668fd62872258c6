// expect: 8
// expect: less
// expect: zero
// expect: one
// expect: two
// expect: many
// expect: 20
// expect: 1
// expect: t1
class Ternary {
	static function main() {
		var a = 3, b = 8;
		Sys.println(a > b ? a : b);
		Sys.println(a < b ? "less" : "not less");
		for (i in 0...4)
			Sys.println(i == 0 ? "zero" : i == 1 ? "one" : i == 2 ? "two" : "many");
		var x = (a > b ? 1 : 2) * 10;
		Sys.println(x);
		var calls = 0;
		function count() {
			calls++;
			return true;
		}
		var r = true ? 1 : count() ? 2 : 3;
		Sys.println(r + calls);
		Sys.println((count() ? "t" : "f") + calls);
	}
}
