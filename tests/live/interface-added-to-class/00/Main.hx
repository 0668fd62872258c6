interface Named {
	function name():String;
}

class Thing {
	public function new() {}

	public function name():String
		return "thing";
}

class Special extends Thing {}

class Main {
	static var all:Array<Thing> = [new Thing(), new Special()];

	static function main() {
		while (true) {
			Sys.println([for (t in all) Std.isOfType(t, Named)].join(","));
			Sys.sleep(0.005);
		}
	}
}
