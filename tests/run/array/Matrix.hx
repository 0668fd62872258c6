// expect: 1 4.5 -2
// expect: 3 9.5 -4
// expect: 5 14.5 -6
// expect: [[1,2],[3,4],[5,6]]
class Matrix {
	static function multiply(a:Array<Array<Float>>, b:Array<Array<Float>>):Array<Array<Float>> {
		var n = a.length, m = b[0].length;
		var r = [];
		for (i in 0...n) {
			var row = [];
			for (j in 0...m) {
				var sum = 0.0;
				for (k in 0...b.length)
					sum += a[i][k] * b[k][j];
				row.push(sum);
			}
			r.push(row);
		}
		return r;
	}

	static function main() {
		var a = [[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
		var b = [[1.0, 0.5, 0.0], [0.0, 2.0, -1.0]];
		for (row in multiply(a, b))
			Sys.println(row.join(" "));
		var identity = [for (i in 0...2) [for (j in 0...2) i == j ? 1.0 : 0.0]];
		Sys.println(multiply(a, identity));
	}
}
