class Sub {
	public var m = 5;

	public function new() {}

	public function both():Int
		return m;
}

class SubSub extends Sub {
	public var deep = 6;

	override function both():Int
		return super.both() + deep;
}

class Main {
	static var list = [new Sub(), new SubSub()];

	static function main() {
		while (true) {
			Sys.println("both " + [for (x in list) x.both()]);
			if (list.length < 3)
				list.push(new SubSub());
			Sys.sleep(0.005);
		}
	}
}
