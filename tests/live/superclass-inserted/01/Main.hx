class Base {
	public var id = 1;

	public function new() {}

	public function show():String
		return "base" + id;

	public function twice():String
		return show() + show();
}

class Middle extends Base {
	public var label = "middle";
	public var fresh = [1, 2];

	public function count():Int
		return fresh.push(0);

	override function show():String
		return label + super.show();
}

class Leaf extends Middle {
	public var extra = 5.5;

	override function show():String
		return super.show() + "/" + extra + "/" + fresh.length + (count() > 2);
}

class Main {
	static var leaf = new Leaf();

	static function main() {
		leaf.id = 7;
		leaf.label = "kept";
		leaf.extra = 2.5;
		while (true) {
			Sys.println(leaf.twice());
			Sys.sleep(0.005);
		}
	}
}
