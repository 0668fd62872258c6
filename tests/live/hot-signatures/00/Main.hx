class Main {
	static function main() {
		for (i in 0...20000) {
			Sys.println("turn " + i);
			true;
			Sys.sleep(0.005);
		}
	}
}
