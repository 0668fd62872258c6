// expect error: 9: Field run has different type than in Runner
interface Runner {
	function run(n:Int):Void;
}

class Odd implements Runner {
	public function new() {}

	public function run(s:String):Void {}
}

class InterfaceMethodType {
	static function main() {
		new Odd();
	}
}
