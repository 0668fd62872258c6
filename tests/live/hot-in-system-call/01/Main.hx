class Main {
	static var made = make();

	static function make()
		return 6 * 7;

	@:hot.after static function enter()
		Sys.println("after " + made);

	static function main() {
		Sys.println("sleeping");
		Sys.sleep(60);
		Sys.println("woken");
	}
}
