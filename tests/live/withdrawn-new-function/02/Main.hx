class Main {
	static function value(n:Int):Int
		throw "broken " + n;

	static function text():String
		return "fine " + value(7);

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
