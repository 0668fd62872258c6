class Base {
	public var id = 1;
	public var label = "base";

	public function new() {}

	public function show():String
		return label + id;

	public function twice():String
		return show() + show();
}

class Leaf extends Base {
	public var extra = 5.5;

	override function show():String
		return super.show() + "/" + extra;
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
