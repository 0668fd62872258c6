// expect runtime error: original
// expect: seen
class UncaughtRethrow {
	static function main() {
		try {
			throw "original";
		} catch (e:Dynamic) {
			Sys.println("seen");
			throw e;
		}
	}
}
