// expect: 6
// expect: 0
// expect: 5050
// expect: 7
// expect: 5
// expect: 3
class PassAsArgument {
	static function sum(a:Array<Int>):Int {
		var s = 0;
		for (x in a)
			s += x;
		return s;
	}

	static function range(n:Int):Array<Int>
		return [for (i in 0...n) i];

	static function largest(a:Array<Float>):Float {
		var best = a[0];
		for (x in a)
			if (x > best)
				best = x;
		return best;
	}

	static function main() {
		Sys.println(sum([1, 2, 3]));
		Sys.println(sum([]));
		Sys.println(sum(range(101)));
		Sys.println(largest([1.5, -2, 7, 3]));
		Sys.println(range(3).concat(range(2)).length);
		Sys.println(range(5)[3]);
	}
}
