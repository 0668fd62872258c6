class Thing {
	static var made = 0;

	public var name:String;

	public function new(name:String) {
		made++;
		this.name = name + made;
	}
}

class Main {
	static function main() {
		var first = new Thing("first");
		for (i in 0...20000) {
			var t = new Thing("t");
			Sys.println(first.name);
			Sys.println(t.name.charAt(0));
			Sys.sleep(0.005);
		}
	}
}
