// expect runtime error: boom
// expect: before
class UncaughtString {
	static function main() {
		Sys.println("before");
		inner();
		Sys.println("not reached");
	}

	static function inner() {
		throw "boom";
	}
}
