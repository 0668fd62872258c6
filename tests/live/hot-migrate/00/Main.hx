class Point {
	public var x:Int;
	public var y:Int;

	public function new(x:Int, y:Int) {
		this.x = x;
		this.y = y;
	}
}

class Named extends Point {
	public var name = "n";
}

class Main {
	static var a = new Point(3, 4);
	static var b:Point = new Named(6, 8);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("old " + a.x + "," + a.y);
			Sys.sleep(0.005);
		}
	}
}
