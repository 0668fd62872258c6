@:hot.after function enter()
	Sys.println("module hook");

class Other {
	@:hot.after static inline function enter()
		Sys.println("inline hook");
}

class Main {
	static function text()
		return "two";

	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			Sys.println(text());
			Sys.sleep(0.005);
		}
	}
}
