// The array is found before the value is computed.
// expect: [100,2,3]
// expect: [7,8,9]
// expect: 13
// expect: 6
class ArrayChangedByValue {
	static var data = [1, 2, 3];

	static function replace():Int {
		data = [7, 8, 9];
		return 100;
	}

	var n = 1;

	function new() {}

	function add(k:Int):Int {
		n += k;
		return n;
	}

	static function main() {
		var old = data;
		data[0] = replace();
		Sys.println(old);
		Sys.println(data);
		var o = new ArrayChangedByValue();
		Sys.println(o.n + o.add(5) + o.n);
		o.n = 1;
		o.n = o.add(2) + o.n;
		Sys.println(o.n);
	}
}
