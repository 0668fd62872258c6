// expect error: 3: Name Twice is already defined in this module
class Twice {}
class Twice {}

class DuplicateType {
	static function main() {}
}
