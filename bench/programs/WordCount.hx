/** Counts words in a Map<String, Int> and sorts them by number. **/
class WordCount {
	static function text(count:Int):Array<String> {
		var seed = 12345;
		var words = [];
		for (i in 0...count) {
			seed = (seed * 1103 + 12289) & 0xfffff;
			// small numbers come more often than large ones, as words do
			var n = (seed & 0x3ff) * (seed >> 10) >> 8;
			words.push("w" + (n % 3 == 0 ? "ord" : "") + n);
		}
		return words;
	}

	static function work(size:Int):Int {
		var counts = new Map<String, Int>();
		for (w in text(size)) {
			var n = counts.get(w);
			counts.set(w, n == null ? 1 : n + 1);
		}
		var words = [for (w in counts.keys()) w];
		words.sort(function(a, b) {
			var d = counts.get(b) - counts.get(a);
			return d != 0 ? d : a < b ? -1 : a > b ? 1 : 0;
		});
		var sum = words.length;
		for (i in 0...(words.length < 100 ? words.length : 100)) {
			sum = Bench.mix(sum, counts.get(words[i]));
			sum = Bench.mix(sum, words[i].length);
			sum = Bench.mix(sum, words[i].charCodeAt(words[i].length - 1));
		}
		return sum;
	}

	static function main()
		Bench.run(2000, work);
}
