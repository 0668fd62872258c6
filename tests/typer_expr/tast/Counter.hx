class Counter {
	var count:Int = 0;

	public var value(get, set):Int;

	public function new() {}

	function get_value():Int
		return count;

	function set_value(v:Int):Int
		return count = v;

	public function increment():Void {
		this.count += 1;
	}

	public static function make():Counter
		return new Counter();

	static function main() {
		var c = new Counter();
		c.increment();
		c.value += 2;
		make().value += 3;
		make().value++;
		trace(c.value, "x");
		var f = c.increment;
		f();
	}
}
