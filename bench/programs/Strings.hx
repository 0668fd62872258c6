/** Text built piece by piece, split, changed and joined. **/
class Strings {
	static var syllables = ["ka", "lo", "mi", "ten", "sur", "vo", "pra", "x"];

	static function word(n:Int):String {
		var s = "";
		do {
			s += syllables[n & 7];
			n >>= 3;
		} while (n > 0);
		return s;
	}

	static function build(count:Int):String {
		var text = new StringBuf();
		for (i in 0...count) {
			if (i > 0)
				text.add(i % 12 == 0 ? "\n" : " ");
			text.add(word((i * 7919) & 0xfff));
		}
		return text.toString();
	}

	static function work(count:Int):Int {
		var sum = 0;
		var text = build(count);
		var lines = text.split("\n");
		for (i in 0...lines.length) {
			var words = lines[i].split(" ");
			for (k in 0...words.length) {
				var w = words[k];
				words[k] = w.charAt(0).toUpperCase() + w.substr(1);
				if (w.indexOf("vo") > 0)
					words[k] += "-" + w.length;
			}
			words.reverse();
			lines[i] = words.join(", ");
		}
		var result = lines.join(";\n");
		for (i in 0...result.length)
			sum = Bench.mix(sum, result.charCodeAt(i));
		return Bench.mix(sum, result.split("-").length);
	}

	static function main()
		Bench.run(500, work);
}
