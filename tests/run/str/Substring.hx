// expect: el
// expect: llo
// expect: ell
// expect: he
// expect: lo
// expect: []
// expect: []
// expect: hell
// expect: hel
class Substring {
	static function main() {
		var s = "hello";
		Sys.println(s.substring(1, 3));
		Sys.println(s.substring(2));
		Sys.println(s.substring(4, 1));
		Sys.println(s.substring(-5, 2));
		Sys.println(s.substring(3, 100));
		Sys.println("[" + s.substring(2, 2) + "]");
		Sys.println("[" + s.substring(9) + "]");
		Sys.println(s.substring(0, s.length - 1));
		Sys.println(s.substring(3, -1));
	}
}
