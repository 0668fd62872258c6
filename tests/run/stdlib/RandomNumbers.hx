// expect: true
// expect: [true,true,true,true,true]
// expect: 0
// expect: 0
// expect: true
class RandomNumbers {
	static function main() {
		var inRange = true, seen = [for (i in 0...5) false];
		for (i in 0...500) {
			var r = Std.random(5);
			if (r < 0 || r >= 5)
				inRange = false;
			else
				seen[r] = true;
		}
		Sys.println(inRange);
		Sys.println(seen);
		Sys.println(Std.random(1));
		Sys.println(Std.random(0));
		var fine = true, different = false, first = Math.random();
		for (i in 0...100) {
			var r = Math.random();
			if (r < 0 || r >= 1)
				fine = false;
			if (r != first)
				different = true;
		}
		Sys.println(fine && different);
	}
}
