// expect error: 6: Cannot access this from a static function
class ThisInStatic {
	var n = 1;

	static function main() {
		Sys.println(this.n);
	}
}
