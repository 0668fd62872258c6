enum Either {
	Right(s:String);
}

class Main {
	static var all = [Right("r")];

	static function show(e:Either):String
		return switch e {
			case Right(s): "right " + s;
		};

	static function safely(e:Either):String
		return try show(e) catch (error:Dynamic) "no case";

	static function main() {
		while (true) {
			Sys.println([for (e in all) safely(e)].join(" ") + " now");
			Sys.sleep(0.005);
		}
	}
}
