// expect error: 6: Too many arguments
class TooManyArguments {
	static function f(a:Int):Void {}

	static function main() {
		f(1, 2);
	}
}
