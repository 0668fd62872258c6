@:hot.was("Old")
class Fresh {
	public var n = 1;

	public static var made = 0;

	public function new()
		made++;

	public function show():String
		return "fresh " + n + Type.getClassName(Type.getClass(this));
}

class Main {
	static var list = [new Fresh(), new Fresh()];
	static var other:Dynamic = new Fresh();

	static function main() {
		list[1].n = 5;
		while (true) {
			Sys.println([for (x in list) x.show()].join(",") + " made " + Fresh.made + Std.isOfType(other, Fresh));
			Sys.sleep(0.005);
		}
	}
}
