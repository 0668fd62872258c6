// Arrays are passed by reference.
// expect: 4
// expect: true
// expect: [7,7,7,7,7]
// expect: 5
// expect: -1
class Aliasing {
	static function fill(a:Array<Int>, v:Int):Array<Int> {
		for (i in 0...a.length)
			a[i] = v;
		a.push(v);
		return a;
	}

	static function replace(a:Array<Int>) {
		a = [0];
	}

	static function main() {
		var a = [1, 2, 3];
		var b = a;
		b.push(4);
		Sys.println(a.length);
		Sys.println(fill(a, 7) == b);
		Sys.println(b);
		replace(a);
		Sys.println(a.length);
		var rows = [a, a, [1]];
		rows[0][0] = -1;
		Sys.println(rows[1][0]);
	}
}
