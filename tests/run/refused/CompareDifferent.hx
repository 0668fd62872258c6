// expect error: 5: String should be Int
class CompareDifferent {
	static function main() {
		var n = 1, s = "1";
		Sys.println(n == s);
	}
}
