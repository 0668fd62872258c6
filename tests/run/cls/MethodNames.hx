// A local, a field, a method and a static may share names where the scope tells them apart.
// expect: 6
// expect: abc>de
// expect: 2
// expect: capital local
class Thing {
	public var name:String;

	public function new(name:String) {
		this.name = name;
	}

	public function rename(name:String):String {
		var old = this.name;
		this.name = name;
		return old + ">" + name;
	}

	public function size():Int {
		var size = name.length;
		return size;
	}
}

class MethodNames {
	static var value = 1;

	static function get(value:Int):Int {
		return value + MethodNames.value;
	}

	static function main() {
		var value = 5;
		Sys.println(get(value));
		var t = new Thing("abc");
		Sys.println(t.rename("de"));
		Sys.println(t.size());
		var Thing2 = "capital local";
		Sys.println(Thing2);
	}
}
