// expect: bottom01234
// expect: 0
// expect: true
class Rethrow {
	static var depth = 0;

	static function level(n:Int):Void {
		depth++;
		try {
			if (n == 0)
				throw "bottom";
			level(n - 1);
		} catch (e:String) {
			depth--;
			throw e + n;
		}
	}

	static function main() {
		try {
			level(4);
		} catch (e:Dynamic) {
			Sys.println(e);
		}
		Sys.println(depth);
		var o = {};
		try {
			try {
				throw o;
			} catch (e:Dynamic) {
				throw e;
			}
		} catch (e:Dynamic) {
			Sys.println(e == o);
		}
	}
}
