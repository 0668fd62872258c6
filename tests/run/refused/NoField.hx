// expect error: 11: Point has no field y
class Point {
	public var x = 1;

	public function new() {}
}

class NoField {
	static function main() {
		var p = new Point();
		Sys.println(p.y);
	}
}
