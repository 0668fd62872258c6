// expect: nothing yet
// expect: converted 3
// expect: outside s
class ThrowInCatch {
	static function convert(n:Int):Void {
		try {
			if (n > 0)
				throw n;
		} catch (e:Int) {
			throw "converted " + e;
		}
	}

	static function main() {
		try {
			convert(0);
			Sys.println("nothing yet");
			convert(3);
		} catch (e:Int) {
			Sys.println("wrong");
		} catch (e:String) {
			Sys.println(e);
		}
		// a sibling catch does not see what another catch throws
		try {
			try {
				throw 1;
			} catch (e:Int) {
				throw "s";
			} catch (e:String) {
				Sys.println("wrong sibling");
			}
		} catch (e:String) {
			Sys.println("outside " + e);
		}
	}
}
