// expect error: 6: String should be Int
class WrongArgument {
	static function f(a:Int, b:String):Void {}

	static function main() {
		f("x", "y");
	}
}
