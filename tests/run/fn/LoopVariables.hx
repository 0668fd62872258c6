// Each turn of a for loop has a variable of its own; one declared before a while is shared.
// expect: [0,1,2,3]
// expect: aabb
// expect: [3,3,3]
// expect: [0,2,2]
// expect: [0,1,10,11]
class LoopVariables {
	static function main() {
		var fs = [];
		for (i in 0...4)
			fs.push(() -> i);
		Sys.println([for (f in fs) f()]);
		var gs = [];
		for (s in ["a", "b"])
			gs.push(() -> s + s);
		Sys.println(gs[0]() + gs[1]());
		var hs = [];
		var k = 0;
		while (k < 3) {
			hs.push(() -> k);
			k++;
		}
		Sys.println([for (h in hs) h()]);
		var ls = [];
		k = 0;
		while (k < 3) {
			var copy = k;
			ls.push(() -> copy++);
			k++;
		}
		ls[1]();
		Sys.println([for (l in ls) l()]);
		var nested = [];
		for (i in 0...2)
			for (j in 0...2)
				nested.push(() -> i * 10 + j);
		Sys.println([for (f in nested) f()]);
	}
}
