// expect: outer begins
// expect: inner begins
// expect: outer caught first
// expect: inner caught 1
// expect: outer caught 2
// expect: ab
// expect: still in the catch of a
class Nested {
	static function main() {
		try {
			Sys.println("outer begins");
			try {
				Sys.println("inner begins");
				throw "first";
			} catch (n:Int) {
				Sys.println("not this one");
			}
			Sys.println("not reached");
		} catch (s:String) {
			Sys.println("outer caught " + s);
		}
		try {
			try {
				throw 1;
			} catch (n:Int) {
				Sys.println("inner caught " + n);
				throw n + 1;
			}
		} catch (n:Int) {
			Sys.println("outer caught " + n);
		}
		try {
			try {
				throw "a";
			} catch (e:String) {
				try {
					throw "b";
				} catch (f:String) {
					Sys.println(e + f);
				}
				Sys.println("still in the catch of " + e);
			}
		} catch (e:Dynamic) {
			Sys.println("not reached");
		}
	}
}
