// expect: 1
// expect: -1
// expect: 100
// expect: 1.25
// expect: 10000000000
// expect: 1e+21
// expect: 1.5e+300
// expect: 0.001
// expect: 123.456
// expect: -0.5
// expect: 0.25
// expect: 99999.99999
// expect: 2
// expect: 7
// expect: [1,1.5,2]
class FloatPrint {
	static function main() {
		Sys.println(1.0);
		Sys.println(-1.0);
		Sys.println(100.0);
		Sys.println(1.25);
		Sys.println(1e10);
		Sys.println(1e21);
		Sys.println(1.5e300);
		Sys.println(0.001);
		Sys.println(123.456);
		Sys.println(-0.5);
		Sys.println(1 / 4);
		Sys.println(99999.99999);
		Sys.println("" + 2.0);
		Sys.println("" + 3.5 * 2);
		Sys.println([1.0, 1.5, 2.0]);
	}
}
