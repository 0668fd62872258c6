interface Shape {
	function show():String;
}

class Base implements Shape {
	public var n = 3;

	public function new() {}

	public function show()
		return "fine " + inner(n);

	function inner(n:Int):Int
		return n * 2;
}

class Sub extends Base {
	override function inner(n:Int):Int {
		if (n == 3) throw "broken";
		return n * 3;
	}

	override function show()
		return super.show();
}

class Main {
	static var shape:Shape = new Sub();

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(shape.show());
			Sys.sleep(0.005);
		}
	}
}
