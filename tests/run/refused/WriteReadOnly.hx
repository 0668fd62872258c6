// expect error: 10: Cannot access field or identifier count for writing
class Counter {
	public var count(default, null) = 0;

	public function new() {}
}

class WriteReadOnly {
	static function main() {
		new Counter().count = 5;
	}
}
