// expect: true
// expect: true
// expect: false
// expect: false
// expect: true
// expect: false
// expect: false
// expect: true
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: false
// expect: true
// expect: true
// expect: true
// expect: true
interface I {}
class A implements I {
	public function new() {}
}
class B extends A {}
class C {
	public function new() {}
}

class IsOfType {
	static function main() {
		var a:Dynamic = new A(), b:Dynamic = new B(), c:Dynamic = new C();
		Sys.println(Std.isOfType(a, A));
		Sys.println(Std.isOfType(b, A));
		Sys.println(Std.isOfType(a, B));
		Sys.println(Std.isOfType(c, A));
		Sys.println(Std.isOfType(a, I) && Std.isOfType(b, I));
		Sys.println(Std.isOfType(c, I));
		Sys.println(Std.isOfType(null, A));
		Sys.println(Std.isOfType(1, Int));
		Sys.println(Std.isOfType(1, Float));
		Sys.println(Std.isOfType(1.5, Int));
		Sys.println(Std.isOfType((2.0 : Dynamic), Int));
		Sys.println(Std.isOfType("s", String));
		Sys.println(Std.isOfType(true, Bool));
		Sys.println(Std.isOfType(0, Bool));
		Sys.println(Std.isOfType([1], Array));
		Sys.println(a is A);
		Sys.println(b is I);
		Sys.println(!(c is B));
	}
}
