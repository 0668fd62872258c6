// expect: plain
// expect: plain
// expect: 10 late by 10
// expect: late by 3 true
// expect: raw text
// expect: 42
// expect: true
import haxe.Exception;

class TooLate extends Exception {
	public var minutes:Int;

	public function new(minutes:Int) {
		super("late by " + minutes);
		this.minutes = minutes;
	}
}

class ExceptionClass {
	static function main() {
		try {
			throw new Exception("plain");
		} catch (e:Exception) {
			Sys.println(e.message);
			Sys.println(e);
		}
		try {
			throw new TooLate(10);
		} catch (e:TooLate) {
			Sys.println(e.minutes + " " + e.message);
		}
		try {
			throw new TooLate(3);
		} catch (e:Exception) {
			Sys.println(e.message + " " + Std.isOfType(e, TooLate));
		}
		try {
			throw "raw text";
		} catch (e:Exception) {
			Sys.println(e.message);
		}
		try {
			throw 42;
		} catch (e) {
			Sys.println(e.message);
		}
		try {
			throw new TooLate(1);
		} catch (e:Dynamic) {
			Sys.println(Std.isOfType(e, TooLate));
		}
	}
}
