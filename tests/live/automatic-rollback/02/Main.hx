class Main {
	static function risky(n:Int):String
		return "good " + n % 2;

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(risky(i));
			Sys.sleep(0.005);
		}
	}
}
