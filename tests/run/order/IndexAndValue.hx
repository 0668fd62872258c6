// expect: [1,0,0,0]
// expect: 2
// expect: [1,0,3,0]
// expect: [11,0,3,0]
// expect: 1
// expect: 11
// expect: 324
// expect: aabb
class IndexAndValue {
	static function main() {
		var a = [0, 0, 0, 0];
		var i = 0;
		a[i++] = i++;
		Sys.println(a);
		Sys.println(i);
		a[i] = i = 3;
		Sys.println(a);
		i = 0;
		a[i++] += 10;
		Sys.println(a);
		Sys.println(i);
		i = 1;
		var x = i + (i = 5) + i;
		Sys.println(x);
		i = 2;
		var y = i++ * 10 + i++ * 100 + i;
		Sys.println(y);
		var s = "a";
		s += s + (s = "b") + s;
		Sys.println(s);
	}
}
