// expect error: 9: Cannot override final method run
class Base {
	public function new() {}

	public final function run() {}
}

class Derived extends Base {
	override function run() {}
}

class OverrideFinal {
	static function main() {
		new Derived();
	}
}
