// expect: AccessorsOfEachOther.hx:27: 10
// expect: AccessorsOfEachOther.hx:29: 51
// expect: AccessorsOfEachOther.hx:30: get get get get get 
// Reading a property within its setter calls the getter; writing it there is the variable itself.
class AccessorsOfEachOther {
	static var log = "";

	@:isVar var x(get, set):Int = 10;

	function get_x() {
		log += "get ";
		return x;
	}

	function set_x(v:Int) {
		x = v;
		x++;
		x += 10;
		x = x + 20;
		return v;
	}

	function new() {}

	static function main() {
		var o = new AccessorsOfEachOther();
		trace(o.x);
		o.x = 20;
		trace(o.x);
		trace(log);
	}
}
