// expect error: 4: Int should be String
class TypeMismatch {
	static function main() {
		var s:String = 5;
	}
}
