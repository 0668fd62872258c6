// expect error: 4: Float should be Int
class FloatToInt {
	static function main() {
		var n:Int = 5 / 2;
	}
}
