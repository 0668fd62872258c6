// expect: [0,1,4,9,16]
// expect: [0,3,6,9]
// expect: [1,2,10,12,20,21]
// expect: [[],[0],[0,1]]
// expect: [aa,bb]
// expect: [5,4,3,2,1]
// expect: [even,odd,even,odd]
// expect: [1,4,9,16]
// expect: [fizz,one,two,fizz,one,two]
// expect: 0
// expect: 3
class Comprehension {
	static function main() {
		Sys.println([for (i in 0...5) i * i]);
		Sys.println([for (i in 0...10) if (i % 3 == 0) i]);
		Sys.println([for (i in 0...3) for (j in 0...3) if (i != j) i * 10 + j]);
		Sys.println([for (i in 0...3) [for (j in 0...i) j]]);
		Sys.println([for (s in ["a", "b"]) s + s]);
		var n = 5;
		Sys.println([while (n > 0) n--]);
		Sys.println([for (i in 0...4) i % 2 == 0 ? "even" : "odd"]);
		Sys.println([
			for (i in 0...4) {
				var t = i + 1;
				t * t;
			}
		]);
		Sys.println([for (i in 0...6) switch (i % 3) {
			case 0: "fizz";
			case 1: "one";
			default: "two";
		}]);
		Sys.println([for (i in 0...0) i].length);
		var fs = [for (i in 0...3) function() return i];
		Sys.println(fs[0]() + fs[1]() + fs[2]());
	}
}
