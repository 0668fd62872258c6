// expect error: 5: Missing ;
class SyntaxMissingSemicolon {
	static function main() {
		var x = 5
		Sys.println(x);
	}
}
