// expect: (2 * 3 + -4) = 2
// expect: (1 * 7 + 0 * (2 * 3 + -4))
// expect: (7 + 0)
// expect: 5
// expect: Num(3)
enum Expr {
	Num(n:Int);
	Add(a:Expr, b:Expr);
	Mul(a:Expr, b:Expr);
	Neg(e:Expr);
}

class Recursive {
	static function eval(e:Expr):Int
		return switch (e) {
			case Num(n): n;
			case Add(a, b): eval(a) + eval(b);
			case Mul(a, b): eval(a) * eval(b);
			case Neg(e): -eval(e);
		}

	static function show(e:Expr):String
		return switch (e) {
			case Num(n): "" + n;
			case Add(a, b): "(" + show(a) + " + " + show(b) + ")";
			case Mul(a, b): show(a) + " * " + show(b);
			case Neg(e): "-" + show(e);
		}

	static function simplify(e:Expr):Expr
		return switch (e) {
			case Mul(Num(1), x) | Mul(x, Num(1)): simplify(x);
			case Mul(Num(0), _) | Mul(_, Num(0)): Num(0);
			case Add(Num(0), x) | Add(x, Num(0)): simplify(x);
			case Neg(Neg(x)): simplify(x);
			case Add(a, b): Add(simplify(a), simplify(b));
			case Mul(a, b): Mul(simplify(a), simplify(b));
			case x: x;
		}

	static function main() {
		var e = Add(Mul(Num(2), Num(3)), Neg(Num(4)));
		Sys.println(show(e) + " = " + eval(e));
		var f = Add(Mul(Num(1), Num(7)), Mul(Num(0), e));
		Sys.println(show(f));
		Sys.println(show(simplify(f)));
		Sys.println(show(simplify(Neg(Neg(Add(Num(0), Num(5)))))));
		Sys.println(simplify(Num(3)));
	}
}
