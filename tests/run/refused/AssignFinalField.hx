// expect error: 9: Cannot access field or identifier r for writing
class Circle {
	public final r:Float;

	public function new(r)
		this.r = r;

	public function grow()
		r = r * 2;
}

class AssignFinalField {
	static function main() {
		new Circle(1).grow();
	}
}
