// Each kind of loop, its hidden locals, and what its poll carries over.
class Loops {
	static function range(n:Int):Int {
		var total = 0;
		for (i in 0...n) {
			if (i == 3) continue;
			if (i == 7) break;
			total += i;
		}
		return total;
	}

	static function array(xs:Array<String>):String {
		var all = "";
		for (x in xs) all += x;
		return all;
	}

	static function doWhile(n:Int):Int {
		do n -= 3 while (n > 0);
		return n;
	}

	static function pending(a:Int):Int {
		return sum(a * 2, {
			var n = 0;
			while (n < a) n++;
			n;
		});
	}

	static function fresh():Array<Void->Int> {
		var made = [];
		for (i in 0...3) {
			var j = i;
			made.push(() -> j++ + i);
		}
		return made;
	}

	static function sum(a:Int, b:Int):Int return a + b;

	static function main() {}
}
