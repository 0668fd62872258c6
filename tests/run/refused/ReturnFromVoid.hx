// expect error: 4: Int should be Void
class ReturnFromVoid {
	static function f():Void {
		return 5;
	}

	static function main() {
		f();
	}
}
