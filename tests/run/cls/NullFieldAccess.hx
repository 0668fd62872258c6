// Reading a field or calling a method of null throws; it can be caught.
// expect: read: caught
// expect: write: caught
// expect: call: caught
// expect: string length: caught
// expect: array length: caught
// expect: array element: caught
// expect: 1
// expect: object: no exception
class A {
	public var n = 1;

	public function new() {}

	public function m():Int
		return n;
}

class NullFieldAccess {
	static function attempt(name:String, f:Void->Void) {
		try {
			f();
			Sys.println(name + ": no exception");
		} catch (e:Dynamic) {
			Sys.println(name + ": caught");
		}
	}

	static function main() {
		var a:A = null, s:String = null, l:Array<Int> = null;
		attempt("read", function() Sys.println(a.n));
		attempt("write", function() a.n = 5);
		attempt("call", function() a.m());
		attempt("string length", function() Sys.println(s.length));
		attempt("array length", function() Sys.println(l.length));
		attempt("array element", function() Sys.println(l[0]));
		a = new A();
		attempt("object", function() Sys.println(a.m()));
	}
}
