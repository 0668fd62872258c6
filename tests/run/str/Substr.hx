// expect: ell
// expect: llo
// expect: ll
// expect: llo
// expect: hello
// expect: []
// expect: []
// expect: []
// expect: he
class Substr {
	static function main() {
		var s = "hello";
		Sys.println(s.substr(1, 3));
		Sys.println(s.substr(2));
		Sys.println(s.substr(-3, 2));
		Sys.println(s.substr(-3));
		Sys.println(s.substr(0, 100));
		Sys.println("[" + s.substr(2, 0) + "]");
		Sys.println("[" + s.substr(10) + "]");
		Sys.println("[" + s.substr(10, 2) + "]");
		Sys.println(s.substr(-50, 2));
	}
}
