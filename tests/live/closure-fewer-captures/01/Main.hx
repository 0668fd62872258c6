class Main {
	static var held = new Array<Void->String>();

	static function make(a:String, b:Int, c:Float):Void->String {
		var seen = 0;
		return function() {
			return "v2 " + c + a;
		};
	}

	static function main() {
		held.push(make("first", 1, 1.5));
		while (true) {
			if (held.length < 2)
				held.push(make("second", 2, 2.5));
			Sys.println([for (f in held) f()].join(", "));
			Sys.sleep(0.005);
		}
	}
}
