enum Either {
	Left(n:Int);
	Right(s:String);
}

class Main {
	static var all = [Left(12345), Right("r")];

	static function show(e:Either):String
		return switch e {
			case Left(n): "left " + n;
			case Right(s): "right " + s;
		};

	static function safely(e:Either):String
		return try show(e) catch (error:Dynamic) "no case";

	static function main() {
		while (true) {
			Sys.println([for (e in all) safely(e)].join(" "));
			Sys.sleep(0.005);
		}
	}
}
