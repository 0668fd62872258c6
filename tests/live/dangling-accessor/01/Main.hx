class Temp {
	public var degrees:Float = 5;

	var raw = 10.0;

	public function new() {}
}

class Main {
	static var t = new Temp();

	static function main() {
		while (true) {
			Sys.println("degrees " + t.degrees);
			Sys.sleep(0.005);
		}
	}
}
