class Box {
	public var size(get, set):Int;

	var stored = 5;

	public function new() {}

	function get_size():Int {
		return stored * 10;
	}

	function set_size(v:Int):Int {
		return stored = v;
	}
}

class Main {
	static function main() {
		var b = new Box();
		for (i in 0...20000) {
			Sys.println("size " + b.size);
			b.size = 5;
			Sys.sleep(0.005);
		}
	}
}
