// expect: [1,3,3,5,7,9]
// expect: [9,7,5,3,3,1]
// expect: [apple,fig,pear]
// expect: [fig,pear,apple]
// expect: [-1,0.5,2.5]
// expect: []
// expect: true
class Sort {
	static function main() {
		var a = [5, 3, 9, 1, 7, 3];
		a.sort(function(x, y) return x - y);
		Sys.println(a);
		a.sort((x, y) -> y - x);
		Sys.println(a);
		var s = ["pear", "fig", "apple"];
		s.sort((x, y) -> x < y ? -1 : x > y ? 1 : 0);
		Sys.println(s);
		s.sort((x, y) -> x.length - y.length);
		Sys.println(s);
		var f = [2.5, -1.0, 0.5];
		f.sort((x, y) -> x < y ? -1 : x > y ? 1 : 0);
		Sys.println(f);
		var empty:Array<Int> = [];
		empty.sort((x, y) -> x - y);
		Sys.println(empty);
		var big = [];
		var seed = 1;
		for (i in 0...300) {
			seed = (seed * 75 + 74) % 65537;
			big.push(seed);
		}
		big.sort((x, y) -> x - y);
		var ordered = true;
		for (i in 1...big.length)
			if (big[i - 1] > big[i])
				ordered = false;
		Sys.println(ordered);
	}
}
