class Main {
	static function last():Int
		return 500;

	static function main() {
		var i = 0;
		while (i < last()) {
			i++;
			Sys.println("turn");
			Sys.sleep(0.005);
		}
		Sys.println("end");
		Sys.exit(7);
	}
}
