// expect error: 6: Expression cannot be empty
// expect error: 7: Unexpected 2
// expect error: 8: Expected expression
class Formats {
	static function main() {
		var a = 'x ${} y';
		var b = 'x ${1 2} y';
		var c = 'x ${1 +} y';
		var d = '$$ $ ${'nested ${"}"} $a'} $b $1';
	}
}
