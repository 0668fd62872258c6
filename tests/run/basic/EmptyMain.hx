// A program that prints nothing ends with code 0.
class EmptyMain {
	static function main() {}
}
