class Point {
	public var x:Int;

	public function new(x:Int) {
		this.x = x;
	}
}

class Main {
	static function make():Point
		return new Point(1);

	static function main() {
		for (i in 0...20000) {
			Sys.println("x " + make().x);
			Sys.sleep(0.005);
		}
	}
}
