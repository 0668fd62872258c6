// expect error: 5: Parameter default value should be constant
class DefaultNotConstant {
	static var list = [1];

	static function f(a:Int = list[0]):Int
		return a;

	static function main() {
		f();
	}
}
