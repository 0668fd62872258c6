// expect: 3.5
// expect: 4
// expect: 3
// expect: -2
// expect: 0.5
// expect: 12
// expect: 1024
// expect: 0.5
// expect: 3
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: true
// expect: 1
// expect: 0
// expect: 0
class MathFunctions {
	static function near(a:Float, b:Float):Bool
		return Math.abs(a - b) < 1e-12;

	static function main() {
		Sys.println(Math.abs(-3.5));
		Sys.println(Math.abs(4));
		Sys.println(Math.min(1, 2) + Math.max(1, 2));
		Sys.println(Math.min(-1.5, -2));
		Sys.println(Math.max(0.5, 0.25));
		Sys.println(Math.sqrt(144));
		Sys.println(Math.pow(2, 10));
		Sys.println(Math.pow(2, -1));
		Sys.println(Math.pow(9, 0.5));
		Sys.println(near(Math.sin(Math.PI / 2), 1));
		Sys.println(near(Math.cos(Math.PI), -1));
		Sys.println(near(Math.tan(Math.PI / 4), 1));
		Sys.println(near(Math.asin(1), Math.PI / 2));
		Sys.println(near(Math.acos(0), Math.PI / 2));
		Sys.println(near(Math.atan(1), Math.PI / 4));
		Sys.println(near(Math.atan2(1, -1), 3 * Math.PI / 4));
		Sys.println(near(Math.exp(1), 2.718281828459045));
		Sys.println(near(Math.log(Math.exp(3)), 3));
		Sys.println(Math.exp(0));
		Sys.println(Math.log(1));
		Sys.println(Math.sin(0));
	}
}
