// expect error: 7: Missing super constructor call
class Base {
	public function new() {}
}

class Derived extends Base {
	public function new() {}
}

class SuperNotCalled {
	static function main() {
		new Derived();
	}
}
