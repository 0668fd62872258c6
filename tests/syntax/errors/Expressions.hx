// expect error: 11: Expected expression
// expect error: 12: Missing ;
// expect error: 13: Expected , or ]
// expect error: 14: Expected , or )
// expect error: 15: Expected ) or , or :
// expect error: 16: Expected expression
// expect error: 18: Expected :
class Expressions {
	static function main() {
		var good = 1;
		var a = 1 +;
		var b = 2 c;
		var d = [1, 2;
		f(1, 2;
		var e = (1;
		var g = h(1 + );
		good = 2;
		var i = good ? 1;
		trace(good);
	}
}
