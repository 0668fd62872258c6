// official differs: it means to say this, but says "Missing ;"
// expect error: 9: Cannot define property accessors for local vars
// expect error: 10: `final var` is not supported, use `final` instead
// expect error: 11: Unexpected ;
// expect error: 12: Expected var or final
// expect error: 13: Expected :
class LocalVariables {
	static function main() {
		var x(get, set):Int = 1;
		final var y = 1;
		var a = 1, ;
		static 1;
		var c = {a: 1, b 2};
		var d = {a: 1, "b": 2, };
	}
}
