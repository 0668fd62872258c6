class Main {
	static function main() {
		Sys.println("sleeping");
		Sys.sleep(60);
		Sys.println("woken");
	}
}
