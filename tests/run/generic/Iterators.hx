// A class with hasNext and next, or with iterator, can be used in a for loop.
// expect: 3
// expect: 2
// expect: 1
// expect: [1,4,9,16]
// expect: 2
// expect: 5
// expect: 10
// expect: 17
class Countdown {
	var n:Int;

	public function new(n)
		this.n = n;

	public function hasNext()
		return n > 0;

	public function next()
		return n--;
}

class Squares {
	var count:Int;

	public function new(count)
		this.count = count;

	public function iterator():Iterator<Int> {
		var i = 0;
		return {
			hasNext: () -> i < count,
			next: () -> {
				i++;
				return i * i;
			}
		};
	}
}

class Iterators {
	static function main() {
		for (i in new Countdown(3))
			Sys.println(i);
		var s = new Squares(4);
		Sys.println([for (x in s) x]);
		for (a in s)
			for (b in new Countdown(1))
				Sys.println(a + b);
	}
}
