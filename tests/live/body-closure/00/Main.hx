class Main {
	static var handler:Int->String;

	static function make(prefix:String):Int->String {
		return function(n:Int):String {
			return prefix + "-" + n % 2;
		};
	}

	static function main() {
		handler = make("a");
		for (i in 0...20000) {
			Sys.println(handler(i));
			Sys.sleep(0.005);
		}
	}
}
