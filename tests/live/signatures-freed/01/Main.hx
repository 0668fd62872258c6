interface Named {
	function label(by:{n@N@:Int}):String;
}

class Item implements Named {
	public function new() {}

	public function step(by:{n@N@:Int}):Int
		return by.n@N@;

	public function label(by:{n@N@:Int}):String
		return "item " + by.n@N@;
}

class Main {
	static function shape(by:{n@N@:Int}):Int
		return by.n@N@;

	static function main() {
		var item = new Item(), turn = 0;
		var named:Named = item;
		while (true) {
			turn++;
			var local = function(by:{n@N@:Int}) return by.n@N@ + turn;
			Sys.println("turn " + turn);
			Sys.println("shape " + shape({n@N@: @N@}) + item.step({n@N@: @N@}) + named.label({n@N@: @N@}) + (local({n@N@: @N@}) - turn));
			Sys.sleep(0.002);
		}
	}
}
