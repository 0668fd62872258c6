// expect: true
// expect: false
// expect: false
// expect: true
// expect: false
// expect: true
// expect: false
// expect: true
// expect: 2
// expect: bool: true
class BoolValues {
	static function main() {
		var t = true, f = false;
		Sys.println(t);
		Sys.println(!t);
		Sys.println(t && f);
		Sys.println(t || f);
		Sys.println(t == f);
		Sys.println(t != f);
		Sys.println(!(t && !f));
		Sys.println(1 < 2 == true);
		var n = 0;
		if (t) n++;
		if (!f) n++;
		if (f) n += 100;
		Sys.println(n);
		Sys.println("bool: " + (n > 1));
	}
}
