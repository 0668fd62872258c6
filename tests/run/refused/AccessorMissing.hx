// expect error: 3: Method get_size required by property size is missing
class Thing {
	public var size(get, never):Int;

	public function new() {}
}

class AccessorMissing {
	static function main() {
		new Thing();
	}
}
