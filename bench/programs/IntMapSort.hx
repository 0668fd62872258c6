/** A Map<Int, Int> filled, changed and read, and arrays sorted with a comparison function. **/
class IntMapSort {
	static function work(size:Int):Int {
		var map = new Map<Int, Int>();
		var seed = 1;
		for (i in 0...size) {
			seed = (seed * 75 + 74) % 65537;
			var key = seed * 3;
			map.set(key, (map.exists(key) ? map.get(key) : 0) + i);
			if (i % 7 == 0)
				map.remove(key - 3);
		}
		var keys = [for (k in map.keys()) k];
		keys.sort((a, b) -> a - b);
		var sum = keys.length;
		for (k in keys)
			sum = Bench.mix(sum, map.get(k));
		var values = [for (i in 0...size) (i * 7919) % 10007];
		values.sort((a, b) -> b - a);
		for (i in 0...values.length)
			if (i % 16 == 0)
				sum = Bench.mix(sum, values[i]);
		return sum;
	}

	static function main()
		Bench.run(2000, work);
}
