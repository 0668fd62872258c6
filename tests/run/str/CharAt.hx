// expect: h
// expect: o
// expect: true
// expect: true
// expect: 0
// expect: 104
// expect: 102
// expect: null
// expect: true
// expect: 65
// expect: 10
// expect: olleh
// expect: 532
class CharAt {
	static function main() {
		var s = "hello";
		Sys.println(s.charAt(0));
		Sys.println(s.charAt(4));
		Sys.println(s.charAt(5) == "");
		Sys.println(s.charAt(-1) == "");
		Sys.println("".charAt(0).length);
		Sys.println(s.charCodeAt(0));
		Sys.println(s.charCodeAt(1) + 1);
		Sys.println(s.charCodeAt(9));
		Sys.println(s.charCodeAt(-1) == null);
		Sys.println("A".code);
		Sys.println("\n".code);
		var r = "";
		var i = s.length;
		while (--i >= 0)
			r += s.charAt(i);
		Sys.println(r);
		var sum = 0;
		for (i in 0...s.length)
			sum += s.charCodeAt(i);
		Sys.println(sum);
	}
}
