class Main {
	static var limit = compute(3);
	static var names = ["a", "b"];

	static function compute(n:Int):Int {
		Sys.println("computing");
		return n * n;
	}

	static function text():String
		return "limit " + limit + names;

	static function main() {
		for (i in 0...20000) {
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
