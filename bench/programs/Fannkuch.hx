/** For every order of 1…n: how often must the first k be turned round until 1 is first? Small integer arrays. **/
class Fannkuch {
	static function flips(order:Array<Int>, scratch:Array<Int>, n:Int):Int {
		for (i in 0...n)
			scratch[i] = order[i];
		var count = 0;
		var first = scratch[0];
		while (first != 0) {
			var low = 0, high = first;
			while (low < high) {
				var t = scratch[low];
				scratch[low] = scratch[high];
				scratch[high] = t;
				low++;
				high--;
			}
			count++;
			first = scratch[0];
		}
		return count;
	}

	static function work(n:Int):Int {
		var order = [for (i in 0...n) i];
		var scratch = [for (i in 0...n) 0];
		var turned = [for (i in 0...n) 0]; // how often the first i + 1 have been rotated
		var most = 0, sum = 0, even = true;
		while (true) {
			var count = flips(order, scratch, n);
			if (count > most)
				most = count;
			sum += even ? count : -count;
			even = !even;
			// the next order: rotate the shortest beginning that has not been through all its rotations
			var k = 1;
			while (k < n) {
				var first = order[0];
				for (i in 0...k)
					order[i] = order[i + 1];
				order[k] = first;
				turned[k]++;
				if (turned[k] <= k)
					break;
				turned[k] = 0;
				k++;
			}
			if (k == n)
				return Bench.mix(sum, most);
		}
	}

	static function main()
		Bench.run(7, work);
}
