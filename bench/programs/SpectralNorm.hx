/** The largest singular value of the infinite matrix 1, 1/2, 1/3 … by repeated multiplication: arrays of floating point. **/
class SpectralNorm {
	static inline function element(i:Int, j:Int):Float {
		return 1 / (((i + j) * (i + j + 1) >> 1) + i + 1);
	}

	static function times(v:Array<Float>, result:Array<Float>):Void {
		var n = v.length;
		for (i in 0...n) {
			var sum = 0.0;
			for (j in 0...n)
				sum += element(i, j) * v[j];
			result[i] = sum;
		}
	}

	static function transposedTimes(v:Array<Float>, result:Array<Float>):Void {
		var n = v.length;
		for (i in 0...n) {
			var sum = 0.0;
			for (j in 0...n)
				sum += element(j, i) * v[j];
			result[i] = sum;
		}
	}

	static function work(n:Int):Int {
		var u = [for (i in 0...n) 1.0];
		var v = [for (i in 0...n) 0.0];
		var t = [for (i in 0...n) 0.0];
		for (i in 0...10) {
			times(u, t);
			transposedTimes(t, v);
			times(v, t);
			transposedTimes(t, u);
		}
		var uv = 0.0, vv = 0.0;
		for (i in 0...n) {
			uv += u[i] * v[i];
			vv += v[i] * v[i];
		}
		return Math.round(Math.sqrt(uv / vv) * 1e9);
	}

	static function main()
		Bench.run(50, work);
}
