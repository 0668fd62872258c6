// expect error: 12: Unexpected true
// expect error: 13: Expected )
// expect error: 16: Expected while
// expect error: 17: Missing type declaration
// expect error: 18: Missing variable identifier
// expect error: 19: Unexpected ;
// expect error: 20: Expected )
// expect error: 21: Expected expression
// expect error: 22: Expected expression
class Statements {
	static function main() {
		if true trace(1);
		while (true {
			trace(2);
		}
		do trace(3); f();
		try f() catch (e {}
		var = 3;
		throw ;
		for (x of y) trace(x);
		untyped ;
		var x = if (true);
	}
}
