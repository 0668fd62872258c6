// expect error: 4: Unclosed conditional compilation block
class UnclosedActiveConditional {
	static function main() {
		#if true
		trace(1);
	}
}
