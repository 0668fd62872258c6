class Item {
	public var n = 1;

	public function new() {}

	public function show():String
		return "item " + n;
}

class Main {
	static var item = new Item();

	static function main() {
		item.n = 6;
		while (true) {
			Sys.println(item.show());
			Sys.sleep(0.005);
		}
	}
}
