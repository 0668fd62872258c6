// expect: Allocations.hx:21: 51300
import sys.thread.*;

class Allocations {
	static function allocations() {
		var done = new Lock(), sums = new Deque<Int>();
		for (t in 0...3)
			Thread.create(() -> {
				var map = new Map<String, Array<Int>>();
				for (i in 0...300)
					map.set("k" + i, [for (k in 0...i % 20) k]);
				var sum = 0;
				for (list in map)
					for (x in list)
						sum += x;
				sums.add(sum);
				done.release();
			});
		for (t in 0...3)
			done.wait();
		trace(sums.pop(true) + sums.pop(true) + sums.pop(true));
	}

	static function main() {
		allocations();
	}
}
