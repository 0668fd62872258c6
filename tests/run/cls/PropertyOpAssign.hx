// p.v op= x calls the getter, then the setter; the object is evaluated once.
// expect: find
// expect: get 1
// expect: set 3
// expect: find
// expect: get 3
// expect: set 15
// expect: find
// expect: get 15
// expect: set 16
// expect: 15
// expect: find
// expect: get 16
// expect: set 17
// expect: 17
// expect: find
// expect: get 17
// expect: set 10
// expect: 10
// expect: find
// expect: get 10
// expect: set 40
// expect: find
// expect: find
// expect: get 40
// expect: set 41
class Box {
	public var v(get, set):Int;

	var stored = 1;

	public function new() {}

	function get_v():Int {
		Sys.println("get " + stored);
		return stored;
	}

	function set_v(n:Int):Int {
		Sys.println("set " + n);
		return stored = n;
	}
}

class PropertyOpAssign {
	static var box = new Box();

	static function find():Box {
		Sys.println("find");
		return box;
	}

	static function main() {
		find().v += 2;
		find().v *= 5;
		Sys.println(find().v++);
		Sys.println(++find().v);
		Sys.println(find().v -= 7);
		find().v <<= 2;
		find().v = find().v + 1;
	}
}
