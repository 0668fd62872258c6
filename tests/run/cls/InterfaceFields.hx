// Interfaces may declare variables and properties.
// expect: bag: 0 of 3
// expect: true
// expect: true
// expect: true
// expect: false
// expect: bag': 3 of 3
// expect: bag'': 3 of 3
interface HasSize {
	var size(get, never):Int;
	var label:String;
	var limit(default, null):Int;
}

class Bag implements HasSize {
	var items = [];

	public var size(get, never):Int;
	public var label:String = "bag";
	public var limit(default, null):Int = 3;

	public function new() {}

	function get_size():Int
		return items.length;

	public function put(s:String):Bool {
		if (items.length >= limit)
			return false;
		items.push(s);
		return true;
	}
}

class InterfaceFields {
	static function show(h:HasSize) {
		Sys.println(h.label + ": " + h.size + " of " + h.limit);
		h.label += "'";
	}

	static function main() {
		var b = new Bag();
		show(b);
		for (s in ["a", "b", "c", "d"])
			Sys.println(b.put(s));
		show(b);
		show(b);
	}
}
