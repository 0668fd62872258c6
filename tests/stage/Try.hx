// Handlers: clauses in order, nesting, values, leaving loops from within.
class Try {
	static function risky(x:Int):Int {
		if (x < 0) throw "negative";
		return x;
	}

	static function value(x:Int):String
		return try {
			"fine " + risky(x);
		} catch (e:String) {
			"string " + e;
		} catch (e:Int) {
			"int";
		}

	static function nested(xs:Array<Int>):Int {
		var seen = 0;
		for (x in xs) {
			try {
				if (x == 2) continue;
				try risky(x) catch (e:Float) seen += 10;
				if (x == 9) break;
			} catch (e:Dynamic) {
				seen++;
			}
		}
		return seen;
	}

	static function main() {}
}
