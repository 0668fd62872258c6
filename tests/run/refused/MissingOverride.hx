// expect error: 9: Field run should be declared with 'override' since it is inherited from superclass Base
class Base {
	public function new() {}

	public function run() {}
}

class Derived extends Base {
	public function run() {}
}

class MissingOverride {
	static function main() {
		new Derived().run();
	}
}
