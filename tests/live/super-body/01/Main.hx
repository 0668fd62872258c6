class Base {
	public function new() {}

	public function cost():Int
		return 500;
}

class Sub extends Base {
	override function cost():Int
		return super.cost() + 1;
}

class Leaf extends Sub {}

class Main {
	static var all:Array<Base> = [new Base(), new Sub(), new Leaf()];

	static function main() {
		for (i in 0...20000) {
			Sys.println([for (b in all) b.cost()].join(" "));
			Sys.sleep(0.005);
		}
	}
}
