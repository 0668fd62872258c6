class Main {
	static var handler:Void->String;

	static function make(a:String, b:String):Void->String {
		return function():String {
			return a;
		};
	}

	static function main() {
		handler = make("old", "unseen");
		for (i in 0...20000) {
			var fresh = make("fresh", "captured");
			Sys.println("stored " + handler());
			Sys.println("new " + fresh());
			Sys.sleep(0.005);
		}
	}
}
