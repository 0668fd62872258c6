// expect error: 8: Plain does not have a constructor
class Plain {
	public var x = 1;
}

class NoConstructor {
	static function main() {
		new Plain();
	}
}
