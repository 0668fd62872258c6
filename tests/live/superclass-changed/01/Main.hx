class Plain {
	public function new() {}

	public function name():String
		return "plain";
}

class Fancy {
	public var shine = 3;

	public function new() {}

	public function name():String {
		if (shine < 100)
			shine += 100;
		return "fancy " + shine;
	}
}

class Thing extends Fancy {
	public var own = "own";

	override function name():String
		return own + " " + super.name();
}

class Main {
	static var t = new Thing();
	static var f = new Fancy();

	static function all(list:Array<Fancy>)
		return [for (x in list) x.name()].join("+");

	static function look()
		return all([t, f]) + ", " + Std.isOfType(t, Plain) + Std.isOfType(t, Fancy);

	static function main() {
		t.own = "mine";
		f.shine = 8;
		while (true) {
			Sys.println(look());
			Sys.sleep(0.005);
		}
	}
}
