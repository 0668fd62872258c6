/** Points of a square that stay bounded under z -> z^2 + c: floating point in local variables. **/
class Mandelbrot {
	static inline var LIMIT = 50;

	static function turns(cx:Float, cy:Float):Int {
		var x = 0.0, y = 0.0, n = 0;
		while (n < LIMIT) {
			var x2 = x * x, y2 = y * y;
			if (x2 + y2 > 4)
				break;
			y = 2 * x * y + cy;
			x = x2 - y2 + cx;
			n++;
		}
		return n;
	}

	static function work(size:Int):Int {
		var sum = 0;
		for (row in 0...size) {
			var line = 0;
			for (column in 0...size)
				line += turns(3.0 * column / size - 2, 2.0 * row / size - 1);
			sum = Bench.mix(sum, line);
		}
		return sum;
	}

	static function main()
		Bench.run(60, work);
}
