// Types of results, parameters and fields are inferred.
// expect: 5
// expect: 0
// expect: 3
// expect: 0.25
// expect: true
// expect: 1
class Stack {
	var items = [];
	var top = -1;

	public function new() {}

	public function push(x) {
		items.push(x);
		top++;
		return this;
	}

	public function peek()
		return items[top];

	public function size()
		return items.length;
}

class ReturnTypes {
	static function pick(b)
		return b ? "yes" : "no";

	static function ratio(a, b) {
		return a / b;
	}

	static function even(n)
		return n == 0 ? true : odd(n - 1);

	static function odd(n)
		return n == 0 ? false : even(n - 1);

	static function nothing() {}

	static function main() {
		Sys.println(new Stack().push(3).push(4).peek() + 1);
		Sys.println(new Stack().size());
		Sys.println(pick(true).length);
		Sys.println(ratio(1, 4));
		Sys.println(even(10));
		nothing();
		var s = new Stack();
		s.push(1);
		Sys.println(s.size());
	}
}
