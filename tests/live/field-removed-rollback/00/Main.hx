class Player {
	public var name = "p";
	public var score = 7;

	public function new() {}

	public function show():String
		return name + " " + score;
}

class Main {
	static var p = new Player();

	static function main() {
		p.score = 42;
		for (i in 0...20000) {
			Sys.println(p.show());
			Sys.sleep(0.005);
		}
	}
}
