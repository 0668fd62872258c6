// expect error: 4: Unterminated string
class UnterminatedString {
	static function main() {
		Sys.println("no end);
	}
}
