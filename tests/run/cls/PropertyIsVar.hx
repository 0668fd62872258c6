// @:isVar gives a property with both accessors a field of its own.
// expect: 3
// expect: 10
// expect: 22
// expect: unnamed
// expect: n
class P {
	@:isVar public var x(get, set):Int = 3;
	@:isVar public var name(get, set):String;

	public function new() {}

	function get_x()
		return x;

	function set_x(v)
		return x = v * 2;

	function get_name()
		return name == null ? "unnamed" : name;

	function set_name(v)
		return name = v;
}

class PropertyIsVar {
	static function main() {
		var p = new P();
		Sys.println(p.x);
		p.x = 5;
		Sys.println(p.x);
		p.x += 1;
		Sys.println(p.x);
		Sys.println(p.name);
		p.name = "n";
		Sys.println(p.name);
	}
}
