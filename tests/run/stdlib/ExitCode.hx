// expect exit: 3
// expect: before
class ExitCode {
	static function main() {
		Sys.println("before");
		finish(3);
		Sys.println("not reached");
	}

	static function finish(code:Int) {
		try {
			Sys.exit(code);
		} catch (e:Dynamic) {
			Sys.println("exit cannot be caught");
		}
		Sys.println("not reached either");
	}
}
