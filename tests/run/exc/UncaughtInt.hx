// expect runtime error: 42
// expect: no line end
class UncaughtInt {
	static function main() {
		Sys.print("no line end");
		throw 42;
	}
}
