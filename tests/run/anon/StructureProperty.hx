// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:36: 1
// expect: StructureProperty.hx:29: set 5
// expect: StructureProperty.hx:37: 105
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:38: 105
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:29: set 108
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:29: set 209
// expect: StructureProperty.hx:40: 208
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:29: set 310
// expect: StructureProperty.hx:41: 410
// expect: StructureProperty.hx:32: make
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:29: set 820
// expect: StructureProperty.hx:32: make
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:29: set 921
// expect: StructureProperty.hx:28: get
// expect: StructureProperty.hx:44: 1021
typedef Shown = {var x(get, set):Int;}
class Both {
	public var x(get, set):Int;
	public function new() {}
	var value = 1;
	function get_x() { trace("get"); return value; }
	function set_x(v:Int) { trace("set " + v); return value = v + 100; }
}
class StructureProperty {
	static function make(b:Both):Shown { trace("make"); return b; }
	static function main() {
		var b = new Both();
		var s:Shown = b;
		trace(s.x);
		trace(s.x = 5);
		trace(s.x);
		s.x += 3;
		trace(s.x++);
		trace(++s.x);
		make(b).x *= 2;
		make(b).x++;
		trace(b.x);
	}
}
