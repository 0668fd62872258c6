// expect error: 5: Int cannot be called
class NotCallable {
	static function main() {
		var n = 5;
		n(1);
	}
}
