// expect runtime error: Stack overflow
// expect: before
class UncaughtOverflow {
	static function f(n:Int):Int
		return f(n + 1) + n;

	static function main() {
		Sys.println("before");
		Sys.println(f(0));
	}
}
