class Main {
	static function text():String {
		return decorate("two", 2);
	}

	static function decorate(s:String, n:Int):String {
		var r = s;
		while (n-- > 0)
			r = "<" + r + ">";
		return r;
	}

	static function main() {
		for (i in 0...20000) {
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
