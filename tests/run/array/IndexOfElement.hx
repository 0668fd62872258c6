// expect: 0
// expect: 2
// expect: -1
// expect: 2
// expect: 2
// expect: 0
// expect: -1
// expect: true
// expect: false
// expect: 1
// expect: false
// expect: 1
// expect: -1
// expect: 1
class IndexOfElement {
	static function main() {
		var a = [5, 3, 5, 7];
		Sys.println(a.indexOf(5));
		Sys.println(a.indexOf(5, 1));
		Sys.println(a.indexOf(4));
		Sys.println(a.indexOf(5, -2));
		Sys.println(a.lastIndexOf(5));
		Sys.println(a.lastIndexOf(5, 1));
		Sys.println(a.lastIndexOf(9));
		Sys.println(a.contains(7));
		Sys.println(a.contains(8));
		var s = ["x", "y"];
		Sys.println(s.indexOf("" + "y"));
		Sys.println(s.contains("z"));
		var f = [0.5, 1.5];
		Sys.println(f.indexOf(1.5));
		Sys.println([].indexOf(1));
		Sys.println(["a", null].indexOf(null));
	}
}
