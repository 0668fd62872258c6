// expect: Misc.hx:23: 2021-02-03 04:05:06 3
// expect: Misc.hx:24: 2021-02-03 04:05:06 AM 04
// expect: Misc.hx:25: 2021-02-03 04:05:06 02/03/21 04:05 3 21 %
// expect: Misc.hx:26: 2021-02-05 04:05:06
// expect: Misc.hx:27: 28 7200000 90000
// expect: Misc.hx:28: 86401005
// expect: Misc.hx:30: [1,2,3]
// expect: Misc.hx:31: true
// expect: Misc.hx:33: 3
// expect: Misc.hx:34: [0a]
// expect: Misc.hx:37: [a1,b2,c3]
// expect: Misc.hx:38: true 3 2
// expect: Misc.hx:39: x
// expect: Misc.hx:40: X YY
// expect: Misc.hx:42: 4
// expect: Misc.hx:43: 3
// expect: Misc.hx:44: 2
@author("me") @version(1, 2)
class Misc {
	@field({x: 1}) static var tagged = 1;
	static function main() {
		var d = new Date(2021, 1, 3, 4, 5, 6);
		trace(d.toString() + " " + d.getDay());
		trace(DateTools.format(d, "%Y-%m-%d %H:%M:%S %p %I"));
		trace(DateTools.format(d, "%F %T %D %R %e %y %%"));
		trace(DateTools.delta(d, DateTools.days(2)).toString());
		trace(DateTools.getMonthDays(d) + " " + DateTools.hours(2) + " " + DateTools.minutes(1.5));
		trace(DateTools.make({days: 1, hours: 0, minutes: 0, seconds: 1, ms: 5}));
		var it = new IntIterator(1, 4);
		trace([for (i in it) i]);
		trace(haxe.Timer.stamp() > 0);
		var it = new haxe.iterators.ArrayIterator([1, 2]);
		trace(it.next() + it.next());
		trace([for (k => v in new haxe.iterators.ArrayKeyValueIterator(["a"])) k + v]);
		var da:haxe.DynamicAccess<Int> = {a: 1, b: 2};
		da["c"] = 3;
		var pairs = [for (k => v in da) k + v]; pairs.sort(Reflect.compare); trace(pairs);
		trace(da.exists("a") + " " + da.keys().length + " " + da.get("b"));
		trace(new StringBuf() + "x");
		trace(haxe.EnumTools.getConstructors(E).join(" ") + haxe.EnumTools.EnumValueTools.getName(E.Y(1)));
		var u:haxe.extern.EitherType<Int, String> = 4;
		trace(u);
		trace(new UnicodeString("añ€").length);
		trace(Std.random(1) + Std.int(2.7));
	}
}
enum E { X; Y(n:Int); }
