/** Counts. The part of the example that is edited while it runs. */
class Counter {
	var count:Int = 0;

	public function new() {}

	public function increment():Void {
		count = count + 1;
	}

	public function describe():String {
		return "count " + count;
	}
}
