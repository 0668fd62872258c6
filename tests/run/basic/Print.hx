// Sys.print adds no line end, Sys.println adds one; both take any value.
// expect: a1true
// expect: -7
// expect: 2.5
// expect: false
// expect: null
// expect: [1,2,3]
// expect:
// expect: no line end
class Print {
	static function main() {
		Sys.print("a");
		Sys.print(1);
		Sys.print(true);
		Sys.println("");
		Sys.println(-7);
		Sys.println(2.5);
		Sys.println(false);
		Sys.println(null);
		Sys.println([1, 2, 3]);
		Sys.println("");
		Sys.print("no line end");
	}
}
