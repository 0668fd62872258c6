// expect: level: true
// expect: abba: true
// expect: ab: false
// expect: : true
// expect: x: true
// expect: A man, a plan, a canal: Panama: true
class Palindromes {
	static function isPalindrome(s:String):Bool {
		var i = 0, j = s.length - 1;
		while (i < j)
			if (s.charCodeAt(i++) != s.charCodeAt(j--))
				return false;
		return true;
	}

	static function letters(s:String):String {
		var r = "";
		for (i in 0...s.length) {
			var c = s.charAt(i).toLowerCase();
			if (c >= "a" && c <= "z")
				r += c;
		}
		return r;
	}

	static function main() {
		for (s in ["level", "abba", "ab", "", "x", "A man, a plan, a canal: Panama"])
			Sys.println(s + ": " + isPalindrome(letters(s)));
	}
}
