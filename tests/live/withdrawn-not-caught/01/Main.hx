class Main {
	static function risky():String
		throw "broken";

	static function careful():String
		return try risky() catch (e:Dynamic) "caught " + e;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(careful());
			Sys.sleep(0.005);
		}
	}
}
