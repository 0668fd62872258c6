class Rec {
	public var a = 1;
	public var b = "two";
	public var c = 3.5;

	public function new() {}

	public function show():String
		return a + " " + b + " " + c;
}

class Main {
	static function main() {
		var r = new Rec();
		r.a = 100;
		for (i in 0...20000) {
			Sys.println(r.show());
			Sys.sleep(0.005);
		}
	}
}
