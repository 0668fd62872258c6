// expect: eq
// expect: true
// expect: false
// expect: false
// expect: true
// expect: eq
// expect: false
// expect: true
// expect: 2
@:forward abstract V({x:Int}) {
	public function new(x) this = {x: x};

	@:op(A == B) static function eq(a:V, b:V):Bool {
		Sys.println("eq");
		return (a == null && b == null) || a != null && b != null && a.x == b.x;
	}
}

enum abstract Same(Int) {
	var Same = 1;
	var Other = 2;
}

/** A comparison with the literal null asks no operator; a name that is value and type gives the type's other values. **/
class NullTests {
	static function main() {
		var v = new V(3), w = new V(3);
		Sys.println(v == w);
		Sys.println(v == null);
		Sys.println(null == v);
		Sys.println(v != null);
		var n:V = null;
		Sys.println(v == n);
		Sys.println(n == null);
		Sys.println(Same.Other);
	}
}
