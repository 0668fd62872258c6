// Variables changed in a try block keep their values in the catch and after it.
// expect: over 3 0123 8 [0,1,2,3]
// expect: 13 8
// expect: 2
class LocalsAfterCatch {
	static function fail(n:Int):Int {
		if (n > 2)
			throw "over";
		return n;
	}

	static function main() {
		var i = 0, s = "", f = 0.5, list = [];
		try {
			while (true) {
				s += i;
				f *= 2;
				list.push(i);
				fail(i);
				i++;
			}
		} catch (e:String) {
			Sys.println(e + " " + i + " " + s + " " + f + " " + list);
		}
		i += 10;
		Sys.println(i + " " + f);
		var x = 1;
		try {
			x = 2;
			x = fail(5);
		} catch (e:Dynamic) {}
		Sys.println(x);
	}
}
