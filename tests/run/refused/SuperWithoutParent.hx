// expect error: 4: Current class does not have a super
class SuperWithoutParent {
	function new() {
		super();
	}

	static function main() {}
}
