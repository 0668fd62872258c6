class Player {
	public var score = 7;

	public function new() {}

	public function show():String
		return "score " + score;
}

class Main {
	static var p = new Player();

	static function main() {
		for (i in 0...20000) {
			p.score = i == 0 ? 42 : p.score;
			Sys.println(p.show());
			Sys.sleep(0.005);
		}
	}
}
