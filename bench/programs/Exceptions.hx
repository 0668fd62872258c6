/** Exceptions thrown through a few frames and caught: an object, a string, a number, and one that is thrown again. **/
class Stop {
	public var depth:Int;

	public function new(depth:Int)
		this.depth = depth;
}

class Exceptions {
	static function down(n:Int, kind:Int):Int {
		if (n == 0)
			switch (kind) {
				case 0:
					throw new Stop(kind);
				case 1:
					throw "text";
				case 2:
					throw 42;
				default:
					return 1;
			}
		return down(n - 1, kind) + 1;
	}

	static function again(n:Int, kind:Int):Int {
		try {
			return down(n, kind);
		} catch (s:Stop) {
			s.depth += n;
			throw s;
		}
	}

	static function work(size:Int):Int {
		var sum = 0;
		for (i in 0...size) {
			try {
				sum = Bench.mix(sum, again(i % 8, i % 5));
			} catch (s:Stop) {
				sum = Bench.mix(sum, s.depth);
			} catch (s:String) {
				sum = Bench.mix(sum, s.length);
			} catch (n:Int) {
				sum = Bench.mix(sum, n);
			}
		}
		return sum;
	}

	static function main()
		Bench.run(1000, work);
}
