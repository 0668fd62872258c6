// expect error: 3: final field r must be initialized immediately or in the constructor
class Circle {
	public final r:Float;

	public function new() {}
}

class FinalNotSet {
	static function main() {
		new Circle();
	}
}
