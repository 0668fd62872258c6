// Frames between throw and catch are left at once.
// expect: found
// expect: [5,4,3,2,1,0]
// expect: stopped at 3
// expect: [1,2]
class ThrowThroughFrames {
	static var log = [];

	static function deep(n:Int):Int {
		log.push(n);
		if (n == 0)
			throw "found";
		var r = deep(n - 1);
		log.push(-n);
		return r + 1;
	}

	static function main() {
		try {
			deep(5);
		} catch (e:String) {
			Sys.println(e);
		}
		Sys.println(log);
		log = [];
		var each = [1, 2, 3, 4].iterator();
		try {
			while (true) {
				var x = each.next();
				[x].map(function(y) {
					if (y == 3)
						throw y;
					return y;
				});
				log.push(x);
			}
		} catch (n:Int) {
			Sys.println("stopped at " + n);
		}
		Sys.println(log);
	}
}
