// expect: only in B
// expect: only in B
// expect: cast failed
// expect: true
// expect: 4
// expect: 6
// expect: 2.5
// expect: not a String
class A {
	public function new() {}
}

class B extends A {
	public function only():String
		return "only in B";
}

class C extends A {}

class Casts {
	static function main() {
		var a:A = new B();
		var b = cast(a, B);
		Sys.println(b.only());
		var u:B = cast a;
		Sys.println(u.only());
		try {
			var c = cast(a, C);
			Sys.println("not reached " + c);
		} catch (e:Dynamic) {
			Sys.println("cast failed");
		}
		var n:A = null;
		Sys.println(cast(n, B) == null);
		var d:Dynamic = "text";
		var s = cast(d, String);
		Sys.println(s.length);
		d = 5;
		Sys.println(cast(d, Int) + 1);
		Sys.println(cast(d, Float) / 2);
		try {
			Sys.println(cast(d, String));
		} catch (e:Dynamic) {
			Sys.println("not a String");
		}
	}
}
