class Main {
	static function apply(f:String->Int, text:String):Int
		return f(text);

	static function length(text:String):Int
		return text.length;

	static function value(text:String):Int {
		text += "d";
		return apply(length, text);
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println("fine " + value("abc"));
			Sys.sleep(0.005);
		}
	}
}
