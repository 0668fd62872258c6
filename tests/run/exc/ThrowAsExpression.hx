// expect: 3
// expect: not positive: -3
// expect: one
// expect: 9
// expect: never returns
class ThrowAsExpression {
	static function positive(n:Int):Int
		return n > 0 ? n : throw "not positive: " + n;

	static function name(n:Int):String
		return switch (n) {
			case 0: "zero";
			case 1: "one";
			default: throw n;
		}

	static function never():Int {
		throw "never returns";
	}

	static function main() {
		Sys.println(positive(3));
		try
			Sys.println(positive(-3))
		catch (e:String)
			Sys.println(e);
		Sys.println(name(1));
		try
			Sys.println(name(9))
		catch (e:Int)
			Sys.println(e);
		try
			never()
		catch (e:Dynamic)
			Sys.println(e);
	}
}
