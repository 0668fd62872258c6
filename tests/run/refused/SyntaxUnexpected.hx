// expect error: 4: Expected expression
class SyntaxUnexpected {
	static function main() {
		var x = 5 +;
	}
}
