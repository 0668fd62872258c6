// A throw while static variables are initialised ends the program before main.
// expect runtime error: no start
// expect: initialising
class UncaughtInStatic {
	static var a = first();

	static function first():Int {
		Sys.println("initialising");
		throw "no start";
	}

	static function main() {
		Sys.println("main " + a);
	}
}
