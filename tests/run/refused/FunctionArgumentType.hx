// expect error: 7: error: Int should be String
class FunctionArgumentType {
	static function apply(f:Int->Int):Int
		return f(1);

	static function main() {
		apply(function(s:String) return 1);
	}
}
