// expect error: 8: Job is abstract and cannot be constructed
abstract class Job {
	public function new() {}
}

class NewAbstractClass {
	static function main() {
		new Job();
	}
}
