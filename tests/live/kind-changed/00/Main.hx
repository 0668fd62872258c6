class Shape {
	public function new() {}

	public function show():String
		return "shape";
}

class Main {
	static var s = new Shape();

	static function main() {
		while (true) {
			Sys.println(s.show());
			Sys.sleep(0.005);
		}
	}
}
