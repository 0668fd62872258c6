class Main {
	static function line(n:Int, mark:String):String {
		return mark + n;
	}

	static function a():String
		return line(1, "=");

	static function b():String
		return line(2, "*");

	static function main() {
		for (i in 0...20000) {
			Sys.println(a() + " " + b());
			Sys.sleep(0.005);
		}
	}
}
