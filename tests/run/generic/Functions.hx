// expect: 6
// expect: 1
// expect: 5
// expect: 1/btrue/0.5
// expect: 6
// expect: B
// expect: 1.5
// expect: 123
// expect: 3
// expect: [1.5,0.5]
class Functions {
	static function identity<T>(x:T):T
		return x;

	static function pair<A, B>(a:A, b:B):String
		return a + "/" + b;

	static function last<T>(a:Array<T>):T
		return a[a.length - 1];

	static function apply<A, B>(x:A, f:A->B):B
		return f(x);

	static function fold<T, R>(a:Array<T>, r:R, f:R->T->R):R {
		for (x in a)
			r = f(r, x);
		return r;
	}

	static function swap<T>(a:Array<T>, i:Int, j:Int):Void {
		var t = a[i];
		a[i] = a[j];
		a[j] = t;
	}

	static function main() {
		Sys.println(identity(5) + 1);
		Sys.println(identity("s").length);
		Sys.println(identity(2.5) * 2);
		Sys.println(pair(1, "b") + pair(true, 0.5));
		Sys.println(last([1, 2, 3]) * 2);
		Sys.println(last(["a", "b"]).toUpperCase());
		Sys.println(apply(3, n -> n / 2));
		Sys.println(fold([1, 2, 3], "", (s, n) -> s + n));
		Sys.println(fold(["a", "bb"], 0, (n, s) -> n + s.length));
		var f = [0.5, 1.5];
		swap(f, 0, 1);
		Sys.println(f);
	}
}
