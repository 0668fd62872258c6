// Using a variable that may not have been set.
// expect error: 8: Local variable n used without being initialized
class UninitialisedLocal {
	static function main() {
		var n:Int;
		if (Sys.args().length > 100)
			n = 1;
		Sys.println(n);
	}
}
