// expect error: 8: Invalid escape sequence \q
// expect error: 9: Invalid escape sequence \x. Values greater than \x7f are not allowed. Use \u00ff instead.
// expect error: 10: Invalid escape sequence \u. Maximum allowed value for unicode escape sequence is \u{10FFFF}
// expect error: 11: Invalid escape sequence \u. UTF-16 surrogates are not allowed in strings.
// expect error: 12: Invalid regular expression option
class Strings {
	static function main() {
		var a = "one \q two";
		var b = "\xff";
		var c = '\u{110000}';
		var d = "\ud800 \u{41} \x41 \101 \n\r\t\"\'\\";
		var e = ~/abc/q;
		var good = ~/[a-z]+\/\d/gimsu;
	}
}
