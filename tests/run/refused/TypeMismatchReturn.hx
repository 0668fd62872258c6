// expect error: 4: String should be Int
class TypeMismatchReturn {
	static function f():Int {
		return "text";
	}

	static function main() {
		f();
	}
}
