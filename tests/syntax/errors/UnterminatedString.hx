// expect error: 4: Unterminated string
class UnterminatedString {
	static function main() {
		var a = "abc;
		var b = 1;
	}
}
