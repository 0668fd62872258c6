// expect: OptionalInPattern.hx:21: any x, q with 3, q without, q, d2, f5, fnull
enum E {
	C(s:String, ?o:Int, ?p:Bool);
	D(?a:Int, b:Int);
	F(?a:Int);
}

class OptionalInPattern {
	static function f(e:E) {
		return switch (e) {
			case C("x"): "any x";
			case C(s, 3): s + " with 3";
			case C(s, null): s + " without";
			case C(s): s;
			case D(_, b): "d" + b;
			case F(v): "f" + v;
		}
	}

	static function main() {
		trace(f(C("x", 3, true)) + ", " + f(C("q", 3)) + ", " + f(C("q")) + ", " + f(C("q", 4)) + ", " + f(D(1, 2)) + ", " + f(F(5)) + ", " + f(F()));
	}
}
