// expect: [0,1,2]
// expect: 0
// expect: 1
// expect: [2]
// expect: null
// expect: a
// expect: n0
// expect: n1
// expect: [n2,n3,n4]
// expect: [4,3,2,1,0]
class ShiftUnshift {
	static function main() {
		var a = [1, 2];
		a.unshift(0);
		Sys.println(a);
		Sys.println(a.shift());
		Sys.println(a.shift());
		Sys.println(a);
		a.shift();
		Sys.println(a.shift());
		var queue = ["a"];
		for (i in 0...5) {
			queue.push("n" + i);
			if (i % 2 == 0)
				Sys.println(queue.shift());
		}
		Sys.println(queue);
		var r = [];
		for (i in 0...5)
			r.unshift(i);
		Sys.println(r);
	}
}
