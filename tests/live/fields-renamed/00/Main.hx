class Point {
	public var px = 1;
	public var py = 2;

	public function new() {}

	public function show():String
		return "point " + px + py;
}

class Main {
	static var p = new Point();

	static function main() {
		p.px = 8;
		p.py = 9;
		while (true) {
			Sys.println(p.show());
			Sys.sleep(0.005);
		}
	}
}
