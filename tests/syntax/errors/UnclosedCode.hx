// expect error: 3: Unclosed code string
class UnclosedCode {
	static var a = 'abc ${b + {c: 1;
