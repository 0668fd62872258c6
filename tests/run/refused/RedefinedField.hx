// expect error: 9: Redefinition of variable n in subclass is not allowed. Previously declared at Base
class Base {
	public var n = 1;

	public function new() {}
}

class Derived extends Base {
	public var n = 2;
}

class RedefinedField {
	static function main() {
		new Derived();
	}
}
