// expect runtime error: second
// expect: caught first
class UncaughtException {
	static function main() {
		try {
			throw new haxe.Exception("first");
		} catch (e:haxe.Exception) {
			Sys.println("caught " + e.message);
			throw new haxe.Exception("second");
		}
	}
}
