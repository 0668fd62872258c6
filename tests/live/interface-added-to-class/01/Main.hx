interface Named {
	function name():String;
	function loud():String;
}

class Thing implements Named {
	public function new() {}

	public function name():String
		return "thing";

	public function loud():String
		return "THING";
}

class Special extends Thing {
	override function loud():String
		return "SPECIAL";
}

class Main {
	static var all:Array<Thing> = [new Thing(), new Special()];

	static function call(n:Named)
		return n.name() + n.loud();

	static function main() {
		while (true) {
			Sys.println([for (t in all) Std.isOfType(t, Named) ? call(t) : "no"].join(","));
			Sys.sleep(0.005);
		}
	}
}
