// expect: [11,2,16,7,21,12,3,17,8,22,13,4,18,9,0,14,5,19,10,1]
// expect: [0,1,2,3,4,5,7,8,9,10,11,12,13,14,16,17,18,19,21,22]
class BubbleSort {
	static function main() {
		var a = [for (i in 0...20) (i * 37 + 11) % 23];
		Sys.println(a);
		var n = a.length;
		do {
			var swapped = false;
			for (i in 1...n)
				if (a[i - 1] > a[i]) {
					var t = a[i];
					a[i] = a[i - 1];
					a[i - 1] = t;
					swapped = true;
				}
			n--;
			if (!swapped)
				break;
		} while (n > 1);
		Sys.println(a);
	}
}
