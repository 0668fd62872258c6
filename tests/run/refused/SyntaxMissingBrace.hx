// expect error: 8: Expected }
class SyntaxMissingBrace {
	static function main() {
		if (true) {
			Sys.println("open");
	}
}
