// expect: 0
class NoArgs {
	static function main() {
		Sys.println(Sys.args().length);
	}
}
