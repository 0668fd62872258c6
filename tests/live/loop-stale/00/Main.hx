class Main {
	static function work():Void {
		for (i in 0...300) {
			Sys.println("old loop");
			Sys.sleep(0.005);
		}
		Sys.println("old loop ends");
	}

	static function main() {
		for (k in 0...50)
			work();
	}
}
