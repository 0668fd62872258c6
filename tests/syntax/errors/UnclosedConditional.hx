// expect error: 4: Unclosed conditional compilation block
class UnclosedConditional {
	static function main() {
		#if never
		trace(1);
	}
}
