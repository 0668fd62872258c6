class Fancy {
	public var shine = 3;

	public function new() {}
}

class Thing {
	public var own = "own";

	public function new() {}
}

class Main {
	static function polish(f:Fancy) {
		while (!Sys.args().contains("never")) {
			Sys.println("shine " + f.shine);
			Sys.sleep(0.005);
			f.shine++;
		}
	}

	static function main() {
		var thing = new Thing();
		polish(new Fancy());
		Sys.println(thing.own);
	}
}
