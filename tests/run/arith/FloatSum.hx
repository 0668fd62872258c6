// Float additions are done in the order written.
// expect: 0
// expect: 1
// expect: false
// expect: false
// expect: true
// expect: 249750
// expect: 0.9999847412109375
class FloatSum {
	static function main() {
		var big = 1e16;
		Sys.println(big + 1 - big);
		Sys.println(big - big + 1);
		Sys.println((0.1 + 0.2) + 0.3 == 0.1 + (0.2 + 0.3));
		var sum = 0.0;
		for (i in 0...10)
			sum += 0.1;
		Sys.println(sum == 1);
		Sys.println(Math.abs(sum - 1) < 1e-15);
		var s = 0.0;
		for (i in 0...1000)
			s += i * 0.5;
		Sys.println(s);
		var h = 0.0;
		for (i in 1...17)
			h += 1 / (1 << i);
		Sys.println(h);
	}
}
