// expect: A
// expect: a0
// expect: abcdefghijklmnopqrstuvwxyz
// expect: true
// expect: uryyb, jbeyq
// expect: hello, world
class FromCharCode {
	static function main() {
		Sys.println(String.fromCharCode(65));
		Sys.println(String.fromCharCode(97) + String.fromCharCode(48));
		var s = "";
		for (c in 0...26)
			s += String.fromCharCode("a".code + c);
		Sys.println(s);
		Sys.println(String.fromCharCode(10) == "\n");
		function rotate(text:String):String {
			var r = "";
			for (i in 0...text.length) {
				var c = text.charCodeAt(i);
				if (c >= 97 && c <= 122)
					c = (c - 97 + 13) % 26 + 97;
				r += String.fromCharCode(c);
			}
			return r;
		}
		Sys.println(rotate("hello, world"));
		Sys.println(rotate(rotate("hello, world")));
	}
}
