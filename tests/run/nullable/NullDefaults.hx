// expect: a...
// expect: a.
// expect: 3
// expect: 12
// expect: 11
// expect: 0
// expect: -1
// expect: true
// expect: true
class NullDefaults {
	static function pad(s:String, ?width:Int):String {
		if (width == null)
			width = 4;
		while (s.length < width)
			s += ".";
		return s;
	}

	static function sum(?a:Int, ?b:Int):Int
		return (a != null ? a : 1) + (b != null ? b : 2);

	static function main() {
		Sys.println(pad("a"));
		Sys.println(pad("a", 2));
		Sys.println(sum());
		Sys.println(sum(10));
		Sys.println(sum(null, 10));
		Sys.println(sum(0, 0));
		var parsed = Std.parseInt("no");
		Sys.println(parsed == null ? -1 : parsed);
		var code = "a".charCodeAt(5);
		Sys.println(code == null);
		var last = [].pop();
		Sys.println(last == null);
	}
}
