class Assignments {
	static var sv(default, never) = 3;
	static final fv = 3;

	static function q()
		return 1;

	static function main() {
		final l = 1;
		l = 2;
		l++;
		l += 2;
		var s = "a";
		s = 5;
		s += 1;
		var i = 1;
		i += 1.5;
		i = "a";
		i *= 2.5;
		i /= 2;
		q = null;
		sv = 3;
		fv = 4;
		fv++;
		var a = [1];
		a["x"];
		a[0] = "x";
		a.push("x");
		a.foo = 1;
		var n:Int = "a";
		"a"++;
		i[0];
		s[0];
	}
}
