class Box {
	public var n = 5;
	public var kept = 8;
	public var late = "x";

	public function describe()
		return "good " + n + " " + kept + late;

	public function new() {}

	public function show():String
		return describe();
}

class Main {
	static var box = new Box();

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(box.show());
			Sys.sleep(0.005);
		}
	}
}
