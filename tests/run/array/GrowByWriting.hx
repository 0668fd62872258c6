// expect: 4
// expect: [a,null,null,d]
// expect: true
// expect: [0,2,4,6,8,10,12,14,16,18]
// expect: 11
// expect: 1010
// expect: [null,[1]]
class GrowByWriting {
	static function main() {
		var s = ["a"];
		s[3] = "d";
		Sys.println(s.length);
		Sys.println(s);
		Sys.println(s[1] == null);
		var a:Array<Int> = [];
		for (i in 0...10)
			a[i] = i * 2;
		Sys.println(a);
		a[a.length] = 99;
		Sys.println(a.length);
		a[5] += 1000;
		Sys.println(a[5]);
		var o:Array<Array<Int>> = [];
		o[1] = [1];
		Sys.println(o);
	}
}
