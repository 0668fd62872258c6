// expect: 6
// expect: -6
// expect: 8
// expect: [String,Int,none]
class ThrowInClosure {
	static function run(f:Int->Int, n:Int):Int {
		return try f(n) catch (e:String) -e.length;
	}

	static function main() {
		var limit = 3;
		var f = function(n:Int):Int {
			if (n > limit)
				throw "over " + limit;
			return n * 2;
		};
		Sys.println(run(f, 3));
		Sys.println(run(f, 4));
		limit = 10;
		Sys.println(run(f, 4));
		var handlers:Array<Void->Void> = [() -> throw "a", () -> throw 1, () -> {}];
		var names = [];
		for (h in handlers)
			try {
				h();
				names.push("none");
			} catch (s:String) {
				names.push("String");
			} catch (n:Int) {
				names.push("Int");
			}
		Sys.println(names);
	}
}
