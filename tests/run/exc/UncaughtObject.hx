// expect runtime error: a bad thing
class Bad {
	public function new() {}

	public function toString()
		return "a bad thing";
}

class UncaughtObject {
	static function main() {
		try {
			throw new Bad();
		} catch (e:String) {
			Sys.println("not a String");
		}
	}
}
