// expect error: 5: String should be Int
class TypeMismatchAssign {
	static function main() {
		var n = 1;
		n = "text";
		Sys.println(n);
	}
}
