class Point {
	public var x:Int;

	public function new(x:Int, scale:Int) {
		this.x = x * scale;
	}
}

class Main {
	static function make():Point
		return new Point(1, 30);

	static function main() {
		for (i in 0...20000) {
			Sys.println("x " + make().x);
			Sys.sleep(0.005);
		}
	}
}
