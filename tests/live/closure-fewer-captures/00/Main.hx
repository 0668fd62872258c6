class Main {
	static var held = new Array<Void->String>();

	static function make(a:String, b:Int, c:Float):Void->String {
		var seen = 0;
		return function() {
			seen++;
			return "v1 " + a + b + c + (seen > 0);
		};
	}

	static function main() {
		held.push(make("first", 1, 1.5));
		while (true) {
			Sys.println([for (f in held) f()].join(", "));
			Sys.sleep(0.005);
		}
	}
}
