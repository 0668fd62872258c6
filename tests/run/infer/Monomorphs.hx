// The type of a variable is fixed by its first use.
// expect: later5
// expect: 1
// expect: 42
// expect: 1.5
// expect: a-b
// expect: 8
// expect: 4
// expect: [[1.5]]
// expect: 1
class Monomorphs {
	static function identity(x)
		return x + 0.5;

	static function join(a, b)
		return a + "-" + b;

	static function first(list)
		return list[0] * 2;

	static function main() {
		var a;
		a = 5;
		var b = null;
		b = "later";
		Sys.println(b + a);
		var list = [];
		list.push("s");
		Sys.println(list[0].length);
		var f = x -> x * 2;
		Sys.println(f(21));
		Sys.println(identity(1));
		Sys.println(join("a", "b"));
		Sys.println(first([4, 5]));
		var g = function(s) return s.length;
		Sys.println(g("four"));
		var nested = [];
		nested.push([]);
		nested[0].push(1.5);
		Sys.println(nested);
		var n = null;
		if (a > 3)
			n = 1;
		Sys.println(n);
	}
}
