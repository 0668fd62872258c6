class Item {
	public var n = 1;
	public var bad:Int = Main.fail();

	public function new() {}

	public function show():String
		return "new item " + n + bad;
}

class Main {
	static var item = new Item();

	public static function fail():Int
		throw "no value";

	static function main() {
		while (true) {
			Sys.println(item.show());
			Sys.sleep(0.005);
		}
	}
}
