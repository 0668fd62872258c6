// expect error: 10: Cannot access static field help from a class instance
class Tools {
	public static function help() {}

	public function new() {}
}

class StaticThroughInstance {
	static function main() {
		new Tools().help();
	}
}
