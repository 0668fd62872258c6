// Anything can be thrown; the first catch whose type fits takes it.
// expect: Int 42
// expect: String text
// expect: Bool true
// expect: Float 2.5
// expect: Problem 7
// expect: Array 3
// expect: other
// expect: nothing thrown
class Problem {
	public var code:Int;

	public function new(code:Int)
		this.code = code;
}

class CatchTypes {
	static function attempt(f:Void->Void):String {
		try {
			f();
		} catch (e:Int) {
			return "Int " + (e + 1);
		} catch (e:String) {
			return "String " + e;
		} catch (e:Bool) {
			return "Bool " + e;
		} catch (e:Float) {
			return "Float " + e;
		} catch (e:Problem) {
			return "Problem " + e.code;
		} catch (e:Array<Dynamic>) {
			return "Array " + e.length;
		} catch (e:Dynamic) {
			return "other";
		}
		return "nothing thrown";
	}

	static function main() {
		Sys.println(attempt(() -> throw 41));
		Sys.println(attempt(() -> throw "text"));
		Sys.println(attempt(() -> throw true));
		Sys.println(attempt(() -> throw 2.5));
		Sys.println(attempt(() -> throw new Problem(7)));
		Sys.println(attempt(() -> throw [1, 2, 3]));
		Sys.println(attempt(() -> throw new CatchTypes()));
		Sys.println(attempt(() -> {}));
	}

	function new() {}
}
