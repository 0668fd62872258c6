// expect error: 6: Void should be Int
class VoidValue {
	static function nothing():Void {}

	static function main() {
		var x:Int = nothing();
	}
}
