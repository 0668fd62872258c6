// expect: 2.5: 2 3 3
// expect: -2.5: -3 -2 -2
// expect: 1.5: 1 2 2
// expect: -1.5: -2 -1 -1
// expect: 0.5: 0 1 1
// expect: -0.5: -1 0 0
// expect: 2.4: 2 3 2
// expect: -2.6: -3 -2 -3
// expect: 7: 7 7 7
// expect: 0.5
// expect: 0.75
// expect: 0.75
// expect: true
// expect: -1
// expect: 0
// expect: 10
class MathRounding {
	static function main() {
		for (x in [2.5, -2.5, 1.5, -1.5, 0.5, -0.5, 2.4, -2.6, 7.0]) {
			Sys.println(x + ": " + Math.floor(x) + " " + Math.ceil(x) + " " + Math.round(x));
		}
		Sys.println(Math.ffloor(2.7) / 4);
		Sys.println(Math.fceil(2.2) / 4);
		Sys.println(Math.fround(2.5) / 4);
		Sys.println(Math.ffloor(1e15 + 0.5) == 1e15);
		Sys.println(Math.fround(-1.5));
		Sys.println(Math.floor(-0.0));
		var i:Int = Math.floor(9.99);
		Sys.println(i + 1);
	}
}
