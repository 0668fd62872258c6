// expect: 9
// expect: ccc
// expect: -4
interface Comparer<T> {
	function compare(a:T, b:T):Int;
}

class ByValue implements Comparer<Int> {
	public function new() {}

	public function compare(a:Int, b:Int)
		return a - b;
}

class ByLength implements Comparer<String> {
	public function new() {}

	public function compare(a:String, b:String)
		return a.length - b.length;
}

class Interfaces {
	static function largest<T>(list:Array<T>, c:Comparer<T>):T {
		var best = list[0];
		for (x in list)
			if (c.compare(x, best) > 0)
				best = x;
		return best;
	}

	static function main() {
		Sys.println(largest([3, 9, 4], new ByValue()));
		Sys.println(largest(["a", "ccc", "bb"], new ByLength()));
		var c:Comparer<Int> = new ByValue();
		Sys.println(c.compare(1, 5));
	}
}
