// expect: 2
// expect: true
// expect: 1
class Registry {
	static var instance:Registry;
	static var made = 0;

	var names:Array<String> = [];

	function new() {
		made++;
	}

	public static function get():Registry {
		if (instance == null)
			instance = new Registry();
		return instance;
	}

	public function add(name:String):Int {
		return names.push(name);
	}

	public static function count():Int
		return made;
}

class PrivateConstructor {
	static function main() {
		Registry.get().add("a");
		Sys.println(Registry.get().add("b"));
		Sys.println(Registry.get() == Registry.get());
		Sys.println(Registry.count());
	}
}
