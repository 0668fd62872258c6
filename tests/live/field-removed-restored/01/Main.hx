class Player {
	public function new() {}

	public function show():String
		return "no score";
}

class Main {
	static var p = new Player();

	static function main() {
		for (i in 0...20000) {
			Sys.println(p.show());
			Sys.sleep(0.005);
		}
	}
}
