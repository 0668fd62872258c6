class Main {
	static function work():Void {
		var mark = Sys.args().length + 7;
		for (i in 0...300) {
			Sys.println("new loop " + mark);
			Sys.sleep(0.005);
		}
		Sys.println("new loop ends");
	}

	static function main() {
		for (k in 0...50)
			work();
	}
}
