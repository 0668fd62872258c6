class Item {
	public var name = "item";
	public var count:Int;
	public var weight:Float;
	public var sold:Bool;
	public var owner:String;
	public var list:Array<Int>;

	public function new() {}

	public function show():String
		return count + " " + weight + " " + sold + " " + owner + " " + list;
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
