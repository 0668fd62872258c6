// expect error: 5: Duplicate class field declaration : DuplicateField.f
class DuplicateField {
	static function f() {}

	static var f = 1;

	static function main() {}
}
