class Main {
	static function risky(n:Int):String
		throw "broken by the edit";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(risky(i));
			Sys.sleep(0.005);
		}
	}
}
