// expect error: 5: Int should be Bool
class ConditionNotBool {
	static function main() {
		var n = 1;
		if (n)
			Sys.println("yes");
	}
}
