// expect error: 6: Expected }
class MissingBrace {
	static function main() {
		trace(1);

	public static function other() {
		trace(2);
	}
}
