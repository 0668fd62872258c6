class Main {
	static function main() {
		for (i in 0...20000) {
			Sys.println(Tool.show(i % 2));
			Sys.sleep(0.005);
		}
	}
}
