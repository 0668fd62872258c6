class Box<T> {
	public var value:T;

	public function new(v:T)
		value = v;

	public function show():String
		return "box " + value;
}

@:generic
class Pair<T> {
	public var a:T;

	public function new(v:T)
		a = v;

	public function show():String
		return "pair " + a;
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
