// Operands, arguments and indices are evaluated from left to right.
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3
// expect: 1 2 3 4 5
// expect: 1 2 3 5
// expect: 1 1 0 0
class Evaluation {
	static var log = [];

	static function t(n:Int):Int {
		log.push(n);
		return n;
	}

	static function three(a:Int, b:Int, c:Int):Int
		return a + b + c;

	static function list(n:Int):Array<Int> {
		log.push(n);
		return [10, 20, 30];
	}

	static function show() {
		Sys.println(log.join(" "));
		log = [];
	}

	static function main() {
		t(1) + t(2) * t(3);
		show();
		three(t(1), t(2), t(3));
		show();
		list(1)[t(2)] + t(3);
		show();
		list(1)[t(2)] = t(3);
		show();
		list(1)[t(2)] += t(3);
		show();
		[t(1), t(2), t(3)];
		show();
		var s = "" + t(1) + t(2) + '${t(3)}';
		show();
		t(1) < t(2) && t(3) > t(4) || t(5) == 5;
		show();
		three(t(1), t(2) > 0 ? t(3) : t(4), t(5));
		show();
		list(t(1))[list(t(0))[0] - 10];
		show();
	}
}
