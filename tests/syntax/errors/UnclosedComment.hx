// expect error: 4: Unclosed comment
class UnclosedComment {
	static function main() {
		/* never closed
		var b = 1;
	}
}
