// expect: [0,1,2,3]
// expect: [0,1,15,2,3]
// expect: [0,1,15,2,3,99]
// expect: [0,1,15,2,3,99,100]
// expect: [0,1,15,2,3,99,-1,100]
// expect: [-100,0,1,15,2,3,99,-1,100]
// expect: [only]
class Insert {
	static function main() {
		var a = [1, 2, 3];
		a.insert(0, 0);
		Sys.println(a);
		a.insert(2, 15);
		Sys.println(a);
		a.insert(a.length, 99);
		Sys.println(a);
		a.insert(100, 100);
		Sys.println(a);
		a.insert(-1, -1);
		Sys.println(a);
		a.insert(-100, -100);
		Sys.println(a);
		var s:Array<String> = [];
		s.insert(5, "only");
		Sys.println(s);
	}
}
