// expect: oneminus three
// expect: million
// expect: true
// expect: [-3,1,1000000]
// expect: 9950
// expect: 200
// expect: false
// expect: one
class IntKeys {
	static function main() {
		var m = [1 => "one", 2 => "two", -3 => "minus three"];
		Sys.println(m[1] + m[-3]);
		m[1000000] = "million";
		Sys.println(m.get(1000000));
		Sys.println(m[7] == null);
		m.remove(2);
		var keys = [for (k in m.keys()) k];
		keys.sort((a, b) -> a - b);
		Sys.println(keys);
		var squares = new Map<Int, Float>();
		for (i in 0...200)
			squares[i * 7] = i / 2;
		var sum = 0.0;
		for (v in squares)
			sum += v;
		Sys.println(sum);
		var n = 0;
		for (k => v in squares)
			if (k == v * 14)
				n++;
		Sys.println(n);
		squares.clear();
		Sys.println(squares.exists(0));
		var c = m.copy();
		c[1] = "changed";
		Sys.println(m[1]);
	}
}
