interface Named {
	function label(by:{n0:Int}):String;
}

class Item implements Named {
	public function new() {}

	public function step(by:{n0:Int}):Int
		return by.n0;

	public function label(by:{n0:Int}):String
		return "item " + by.n0;
}

class Main {
	static function shape(by:{n0:Int}):Int
		return by.n0;

	static function main() {
		var item = new Item(), turn = 0;
		var named:Named = item;
		while (true) {
			turn++;
			var local = function(by:{n0:Int}) return by.n0 + turn;
			Sys.println("turn " + turn);
			Sys.println("shape " + shape({n0: 0}) + item.step({n0: 0}) + named.label({n0: 0}) + (local({n0: 0}) - turn));
			Sys.sleep(0.002);
		}
	}
}
