// expect error: 8: Not enough arguments, expected name:String
class Named {
	public function new(name:String) {}
}

class ConstructorArguments {
	static function main() {
		new Named();
	}
}
