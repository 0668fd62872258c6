// expect error: 10: Field size overrides parent class with different or incomplete type
class Base {
	public function new() {}

	public function size():Int
		return 1;
}

class Derived extends Base {
	override public function size():String
		return "1";
}

class OverrideOtherType {
	static function main() {
		new Derived().size();
	}
}
