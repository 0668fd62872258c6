class Player {
	public var name = "p";

	public function new() {}

	public function show():String
		return name + " without score";
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
