// expect error: 6: Not enough arguments, expected b:String
class TooFewArguments {
	static function f(a:Int, b:String):Void {}

	static function main() {
		f(1);
	}
}
