class Main {
	static function half(n:Int)
		return n >> 1;

	static function show():String
		return "half " + half(7);

	static function main() {
		for (i in 0...20000) {
			Sys.println(show());
			Sys.sleep(0.005);
		}
	}
}
