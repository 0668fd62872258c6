class Box {
	public static var shared = 1;

	public static function make():Box {
		return new Box();
	}

	public function new() {}

	public function size():Int {
		return 3;
	}

	public function name(?suffix:String):String {
		return "box of " + size();
	}
}

class Main {
	static function main() {
		var box:Dynamic = new Box();
		for (i in 0...20000) {
			var members = Type.getInstanceFields(Box).concat(Type.getClassFields(Box));
			members.sort(Reflect.compare);
			Sys.println(members.join(" ") + ": " + box.name());
			Sys.sleep(0.005);
		}
	}
}
