class Ship {
	public var x = 1.5;
	public var speed = 0.25;
	public var log = ["begin"];

	public function new() {}

	public function move():Void {
		x += speed;
		log.push("x");
		while (log.length > 3)
			log.shift();
	}

	public function trail():String
		return log.join("-");

	public function show():String
		return "trail " + trail() + " " + (x > 1.5);
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
