// expect error: 4: Cannot add Bool and Int
class AddBool {
	static function main() {
		var x = true + 1;
	}
}
