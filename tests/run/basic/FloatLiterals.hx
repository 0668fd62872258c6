// expect: 1
// expect: 0.5
// expect: 0.25
// expect: 1000
// expect: 150
// expect: 0.25
// expect: -0.75
// expect: 123456789
// expect: 3.14159
// expect: 0.1
// expect: 3
class FloatLiterals {
	static function main() {
		Sys.println(1.0);
		Sys.println(0.5);
		Sys.println(.25);
		Sys.println(1e3);
		Sys.println(1.5e2);
		Sys.println(25e-2);
		Sys.println(-0.75);
		Sys.println(123456789.0);
		Sys.println(3.14159);
		Sys.println(0.1);
		var f:Float = 3;
		Sys.println(f);
	}
}
