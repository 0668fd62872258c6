// expect: [1,null,3]
// expect: 1
// expect: [3,5]
// expect: 0
// expect: 8
class NullElements {
	static function main() {
		var a:Array<Null<Int>> = [1, null, 3];
		Sys.println(a);
		var n = 0;
		for (x in a)
			if (x == null)
				n++;
		Sys.println(n);
		a[0] = null;
		a.push(5);
		Sys.println(a.filter(x -> x != null));
		Sys.println(a.indexOf(null));
		var sum = 0;
		for (x in a)
			if (x != null)
				sum += x;
		Sys.println(sum);
	}
}
