// expect error: 7: Field run is declared 'override' but doesn't override any field
class Base {
	public function new() {}
}

class Derived extends Base {
	override public function run() {}
}

class OverrideNothing {
	static function main() {
		new Derived().run();
	}
}
