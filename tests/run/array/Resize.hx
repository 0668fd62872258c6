// expect: [1,2,3]
// expect: 3
// expect: []
// expect: [7]
// expect: [x,null,null]
// expect: 3
// expect: null
class Resize {
	static function main() {
		var a = [1, 2, 3, 4, 5];
		a.resize(3);
		Sys.println(a);
		a.resize(3);
		Sys.println(a.length);
		a.resize(0);
		Sys.println(a);
		a.push(7);
		Sys.println(a);
		var s = ["x"];
		s.resize(3);
		Sys.println(s);
		Sys.println(s.length);
		s.resize(1);
		s.resize(2);
		Sys.println(s[1]);
	}
}
