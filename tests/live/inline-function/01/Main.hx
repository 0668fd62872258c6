class Tool {
	public static inline function mark(n:Int):String
		return "[" + n * 10 + "]";
}

class Main {
	static function a():String
		return "a" + Tool.mark(1);

	static function b():String
		return "b" + Tool.mark(2);

	static function c():String
		return "c";

	static function main() {
		for (i in 0...20000) {
			Sys.println(a() + b() + c());
			Sys.sleep(0.005);
		}
	}
}
