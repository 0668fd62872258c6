// expect error: 4: Unterminated regular expression
class UnterminatedRegexp {
	static function main() {
		var a = ~/abc;
		var b = 1;
	}
}
