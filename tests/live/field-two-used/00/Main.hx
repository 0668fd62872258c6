class Ship {
	public var x = 1.5;

	public function new() {}

	public function move():Void {
		x += 1;
	}

	public function show():String
		return "at " + x;
}

class Main {
	static function main() {
		var s = new Ship();
		for (i in 0...20000) {
			s.move();
			Sys.println(s.show());
			Sys.sleep(0.005);
		}
	}
}
