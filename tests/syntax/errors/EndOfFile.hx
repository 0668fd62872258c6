// expect error: 6: Expected }
class EndOfFile {
	static function main() {
		trace(1);
	}
