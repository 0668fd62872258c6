// expect: [2,3]
// expect: [0,1,4,5,6]
// expect: [5]
// expect: [0,1,4,6]
// expect: [6]
// expect: [0,1,4]
// expect: []
// expect: []
// expect: []
// expect: [0,1,4]
// expect: [0]
// expect: [1,4]
class Splice {
	static function main() {
		var a = [0, 1, 2, 3, 4, 5, 6];
		Sys.println(a.splice(2, 2));
		Sys.println(a);
		Sys.println(a.splice(-2, 1));
		Sys.println(a);
		Sys.println(a.splice(3, 100));
		Sys.println(a);
		Sys.println(a.splice(1, 0));
		Sys.println(a.splice(1, -1));
		Sys.println(a.splice(50, 1));
		Sys.println(a);
		Sys.println(a.splice(-100, 1));
		Sys.println(a);
	}
}
