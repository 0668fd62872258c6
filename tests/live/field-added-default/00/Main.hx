class Item {
	public var name = "item";

	public function new() {}

	public function show():String
		return name;
}

class Main {
	static function main() {
		var item = new Item();
		for (i in 0...20000) {
			Sys.println(item.show());
			Sys.sleep(0.005);
		}
	}
}
