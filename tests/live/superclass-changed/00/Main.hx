class Plain {
	public function new() {}

	public function name():String
		return "plain";
}

class Fancy {
	public var shine = 3;

	public function new() {}

	public function name():String
		return "fancy " + shine;
}

class Thing extends Plain {
	public var own = "own";

	override function name():String
		return own + " " + super.name();
}

class Main {
	static var t = new Thing();

	static function main() {
		for (i in 0...20000) {
			Sys.println(t.name());
			Sys.sleep(0.005);
		}
	}
}
