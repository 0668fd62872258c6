// @:generic makes a class for each type argument.
// expect: 47
// expect: -x
// expect: 0.25
@:generic
class Grid<T> {
	var cells:Array<T>;
	var width:Int;

	public function new(width:Int, height:Int, fill:T) {
		this.width = width;
		cells = [for (i in 0...width * height) fill];
	}

	public function get(x:Int, y:Int):T
		return cells[y * width + x];

	public function set(x:Int, y:Int, v:T):Void
		cells[y * width + x] = v;
}

class Specialised {
	static function main() {
		var i = new Grid<Int>(3, 2, 7);
		var s = new Grid<String>(2, 2, "-");
		i.set(2, 1, 40);
		Sys.println(i.get(2, 1) + i.get(0, 0));
		s.set(0, 1, "x");
		Sys.println(s.get(0, 0) + s.get(0, 1));
		var f = new Grid<Float>(1, 1, 0.5);
		Sys.println(f.get(0, 0) / 2);
	}
}
