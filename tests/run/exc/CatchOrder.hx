// Catches are tried in the order written; a subclass fits its base class.
// expect: Base
// expect: Base
// expect: Dynamic
// expect: Leaf
// expect: Middle
// expect: Base
// expect: passed through: 5
class Base {
	public function new() {}
}
class Middle extends Base {}
class Leaf extends Middle {}

class CatchOrder {
	static function general(e:Dynamic):String {
		try {
			throw e;
		} catch (e:Base) {
			return "Base";
		} catch (e:Dynamic) {
			return "Dynamic";
		}
	}

	static function special(e:Dynamic):String {
		try {
			throw e;
		} catch (e:Leaf) {
			return "Leaf";
		} catch (e:Middle) {
			return "Middle";
		} catch (e:Base) {
			return "Base";
		}
	}

	static function main() {
		Sys.println(general(new Leaf()));
		Sys.println(general(new Base()));
		Sys.println(general("x"));
		Sys.println(special(new Leaf()));
		Sys.println(special(new Middle()));
		Sys.println(special(new Base()));
		try {
			Sys.println(special(5));
		} catch (n:Int) {
			Sys.println("passed through: " + n);
		}
	}
}
