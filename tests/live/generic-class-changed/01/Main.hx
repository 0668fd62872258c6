class Box<T> {
	public var value:T;
	public var times = 2;

	public function new(v:T)
		value = v;

	public function show():String
		return "now " + value + times;
}

@:generic
class Pair<T> {
	public var a:T;
	public var b:Null<T>;
	public var n = 4;

	public function new(v:T)
		a = v;

	public function show():String
		return "now " + a + b + n;
}

class Main {
	static var i = new Box(3);
	static var s = new Box("s");
	static var p = new Pair(1.5);
	static var q = new Pair("q");

	static function main() {
		while (true) {
			Sys.println(i.show() + " " + s.show() + " " + p.show() + " " + q.show());
			Sys.sleep(0.005);
		}
	}
}
