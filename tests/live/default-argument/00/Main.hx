class Main {
	static function greet(name:String = "you", mark:String = "!"):String
		return "hello " + name + mark;

	static function a():String
		return greet();

	static function b():String
		return greet("me");

	static function main() {
		for (i in 0...20000) {
			Sys.println(a() + " " + b());
			Sys.sleep(0.005);
		}
	}
}
