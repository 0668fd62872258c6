// expect: 10
// expect: 20
// expect: 30
// expect: A
// expect: B
// expect: 100
// expect: 200
// expect: 0.75
// expect: 0=x
// expect: 1=y
// expect: 2=z
// expect: 0
class Iteration {
	static function main() {
		for (x in [10, 20, 30])
			Sys.println(x);
		for (s in ["a", "b"])
			Sys.println(s.toUpperCase());
		for (x in new Array<Int>())
			Sys.println("never");
		var it = [1, 2].iterator();
		while (it.hasNext())
			Sys.println(it.next() * 100);
		var total = 0.0;
		for (f in [0.5, 0.25])
			total += f;
		Sys.println(total);
		for (i => v in ["x", "y", "z"])
			Sys.println(i + "=" + v);
		var a = [3, 1, 2];
		for (x in a.copy())
			a.remove(x);
		Sys.println(a.length);
	}
}
