// expect error: 6: Field run needed by Runner is missing
interface Runner {
	function run(n:Int):Void;
}

class Lazy implements Runner {
	public function new() {}
}

class InterfaceMethodMissing {
	static function main() {
		new Lazy();
	}
}
