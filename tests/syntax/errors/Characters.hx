// expect error: 7: Invalid character '`'
// expect error: 8: Invalid character 0xE9
// expect error: 9: Invalid character '#'
// expect error: 10: Invalid character '\'
class Characters {
	static function main() {
		var a = `1;
		var b = é;
		var c = # 1;
		var d = \ 1;
		trace(1);
	}
}
