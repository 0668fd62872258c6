// expect: a false
// expect: a b false
// expect: a true
// expect: a b true
// expect: a c true
// expect: a true
// expect: a b true
// expect: false 0
class ShortCircuit {
	static function yes(name:String):Bool {
		Sys.print(name + " ");
		return true;
	}

	static function no(name:String):Bool {
		Sys.print(name + " ");
		return false;
	}

	static function main() {
		Sys.println(no("a") && yes("b"));
		Sys.println(yes("a") && no("b"));
		Sys.println(yes("a") || yes("b"));
		Sys.println(no("a") || yes("b"));
		Sys.println(no("a") && yes("b") || yes("c"));
		Sys.println(yes("a") || no("b") && no("c"));
		Sys.println(!(no("a") || no("b")));
		var s:String = null;
		if (s != null && s.length > 0)
			Sys.println("not here");
		var n = 0;
		var r = false && (n = 5) > 0;
		Sys.println('$r $n');
	}
}
