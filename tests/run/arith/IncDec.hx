// expect: 0
// expect: 1
// expect: 2
// expect: 2
// expect: 0
// expect: 1.5
// expect: 3.5
// expect: -3.5
// expect: 2.5
// expect: 11
// expect: 5
// expect: 10
// expect: 21
// expect: 11 21 1
// expect: 8
class IncDec {
	var f:Int = 5;

	function new() {}

	static function main() {
		var i = 0;
		Sys.println(i++);
		Sys.println(i);
		Sys.println(++i);
		Sys.println(i--);
		Sys.println(--i);
		var x = 1.5;
		Sys.println(x++);
		Sys.println(++x);
		Sys.println(-x--);
		Sys.println(x);
		var o = new IncDec();
		Sys.println(o.f++ + o.f);
		Sys.println(--o.f);
		var a = [10, 20];
		var k = 0;
		Sys.println(a[k++]++);
		Sys.println(++a[k]);
		Sys.println(a[0] + " " + a[1] + " " + k);
		var n = 3;
		n = n++ + ++n;
		Sys.println(n);
	}
}
