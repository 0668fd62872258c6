// expect: null
// expect: true
// expect: 6
// expect: true
// expect: true
// expect: 10
// expect: 1
// expect: null
// expect: true
// expect: 6
// expect: 16
// expect: false
// expect: true
// expect: false
// expect: false
class NullInt {
	static function find(a:Array<Int>, v:Int):Null<Int> {
		for (i in 0...a.length)
			if (a[i] == v)
				return i;
		return null;
	}

	static function main() {
		var n:Null<Int> = null;
		Sys.println(n);
		Sys.println(n == null);
		n = 5;
		Sys.println(n + 1);
		Sys.println(n == 5);
		Sys.println(n != null && n > 3);
		var m:Int = n;
		Sys.println(m * 2);
		Sys.println(find([4, 5, 6], 5));
		Sys.println(find([4, 5, 6], 7));
		Sys.println(find([0], 0) == 0);
		n++;
		Sys.println(n);
		n += 10;
		Sys.println(n);
		var z:Null<Int> = 0;
		Sys.println(z == null);
		Sys.println(z == 0);
		n = null;
		Sys.println(n == 0);
		Sys.println(n == z);
	}
}
