// expect error: 8: This class extends abstract class Job but doesn't implement the following method
abstract class Job {
	public function new() {}

	abstract public function run():Void;
}

class Idle extends Job {}

class AbstractMethodMissing {
	static function main() {
		new Idle();
	}
}
