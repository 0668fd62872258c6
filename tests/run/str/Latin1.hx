// Text beyond ASCII: one index is one UTF-16 unit.
// no oracle: the interpreter counts code points
// expect: 4
// expect: é
// expect: 233
// expect: É
// expect: 1
// expect: c,a,f,é
// expect: 2
// expect: 8364
// expect: a€b
// expect: 4
// expect: 55357
// expect: 56832
// expect: true
class Latin1 {
	static function main() {
		var s = "café";
		Sys.println(s.length);
		Sys.println(s.charAt(3));
		Sys.println(s.charCodeAt(3));
		Sys.println(s.charAt(3).toUpperCase());
		Sys.println("€".length);
		Sys.println(s.split("").join(","));
		Sys.println("日本".length);
		Sys.println("€".code);
		Sys.println("a" + String.fromCharCode(8364) + "b");
		var smile = "a😀b";
		Sys.println(smile.length);
		Sys.println(smile.charCodeAt(1));
		Sys.println(smile.charCodeAt(2));
		Sys.println(smile.substr(1, 2) == "😀");
	}
}
