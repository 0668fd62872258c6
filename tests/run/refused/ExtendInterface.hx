// expect error: 4: Cannot extend by using an interface
interface I {}

class ExtendInterface extends I {
	static function main() {}
}
