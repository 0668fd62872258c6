// expect error: 4: Unterminated string
class UnterminatedFormat {
	static function main() {
		var a = 'abc ${b + {c: 1};
		var b = 1;
	}
}
