class Temp {
	public var degrees(get, set):Float;

	var raw = 10.0;

	public function new() {}

	function get_degrees()
		return raw;

	function set_degrees(v:Float)
		return raw = v;
}

class Main {
	static var t = new Temp();

	static function main() {
		t.degrees = 20;
		while (true) {
			Sys.println("degrees " + t.degrees);
			Sys.sleep(0.005);
		}
	}
}
