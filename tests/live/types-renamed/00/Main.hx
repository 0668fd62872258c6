class Old {
	public var n = 1;

	public static var made = 0;

	public function new()
		made++;

	public function show():String
		return "old " + n;
}

class Main {
	static var list = [new Old(), new Old()];
	static var other:Dynamic = new Old();

	static function main() {
		list[1].n = 5;
		while (true) {
			Sys.println([for (x in list) x.show()].join(",") + " made " + Old.made);
			Sys.sleep(0.005);
		}
	}
}
