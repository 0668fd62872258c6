// expect error: 5: Cannot use Void as value
class ComprehensionOfVoid {
	static function nothing() {}
	static function main() {
		var d = [for (i in 0...3) nothing()];
	}
}
