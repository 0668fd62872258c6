// expect: [1,2]
// expect: [2,3,4]
// expect: [3,4]
// expect: [1,2,3]
// expect: []
// expect: []
// expect: [0,1,2,3,4]
// expect: [0,1]
// expect: [0,1,2,3,4]
// expect: 0
class Slice {
	static function main() {
		var a = [0, 1, 2, 3, 4];
		Sys.println(a.slice(1, 3));
		Sys.println(a.slice(2));
		Sys.println(a.slice(-2));
		Sys.println(a.slice(1, -1));
		Sys.println(a.slice(3, 1));
		Sys.println(a.slice(10));
		Sys.println(a.slice(0, 100));
		Sys.println(a.slice(-100, 2));
		Sys.println(a);
		var b = a.slice(0);
		b[0] = 9;
		Sys.println(a[0]);
	}
}
