class Main {
	static function main() {
		Sys.println("before");
		Sys.sleep(0.05);
		throw "the end";
	}
}
