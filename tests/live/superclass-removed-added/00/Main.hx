class Base {
	public var n = 4;

	public function new() {}

	public function times(k:Int):Int
		return n * k;
}

class Sub extends Base {
	public var m = 5;

	public function both():Int
		return times(2) + m;
}

class SubSub extends Sub {
	public var deep = 6;

	override function both():Int
		return super.both() + deep;
}

class Main {
	static var list = [new Sub(), new SubSub()];

	static function main() {
		list[1].n = 40;
		while (true) {
			Sys.println("both " + [for (x in list) x.both()]);
			Sys.sleep(0.005);
		}
	}
}
