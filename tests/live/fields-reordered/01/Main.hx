class Rec {
	public var c = 3.5;
	public var b = "two";
	public var a = 1;

	public function new() {}

	public function show():String
		return c + " " + b + " " + a;
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
