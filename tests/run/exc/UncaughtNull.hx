// no oracle: the text for a null access is the target's own
// expect runtime error:
// expect: before
class UncaughtNull {
	var n = 1;

	static function main() {
		var o:UncaughtNull = null;
		Sys.println("before");
		Sys.println(o.n);
		Sys.println("not reached");
	}
}
