// expect: NumbersAndDates.hx:29: round [2,3,-1,-2,1,0,1410065408,4]
// expect: NumbersAndDates.hx:29: floor [1,-2,2,-1][2,-1,2,0]
// expect: NumbersAndDates.hx:29: f [-2,-1,-1,3,1e+300]
// expect: NumbersAndDates.hx:29: minmax [1,2,nan,nan,0,3,0.5]
// expect: NumbersAndDates.hx:29: trig [0,1,0,0,nan,0,0,0]
// expect: NumbersAndDates.hx:29: is [true,false,false,true,false,true,false,true]
// expect: NumbersAndDates.hx:29: mod [2,-2,2,1.5,-1.5,nan]
// expect: NumbersAndDates.hx:29: int [-2147483648,2147483647,0,-67153019,-4,15,-2147483648,-6,1,7,6]
// expect: NumbersAndDates.hx:29: uint 2147483647.5 true 4294967295 1 2147483647 4294967295 14294967295
// expect: NumbersAndDates.hx:29: uint2 4294967294 -22147483647true4294967293
// expect: NumbersAndDates.hx:29: i32 -2147483648 -1-214748364813421772812.5
// expect: NumbersAndDates.hx:29: i64 4294967298 -9223372036854775808 12884901894 4294967293 9223372036854775807 -4294967298 6135667566 171798691845368709128true242949673034294967301-4294967299
// expect: NumbersAndDates.hx:29: i64b -5 7truefalse1-14294967298-4294967298true10000000000000008true12
// expect: NumbersAndDates.hx:29: i64c exc Overflow
// expect: NumbersAndDates.hx:29: i64d exc NumberFormatError
// expect: NumbersAndDates.hx:29: i64e exc Conversion overflow
// expect: NumbersAndDates.hx:29: i64f exc divide by zero
// expect: NumbersAndDates.hx:29: i64g exc NumberFormatError: Overflow
// expect: NumbersAndDates.hx:29: i64 inc 0 005truetruetruefalse
// expect: NumbersAndDates.hx:29: date 2024-02-29 13:04:05 [2024,1,29,13,4,5,4][2024,1,29,13,4,5,4,0]
// expect: NumbersAndDates.hx:29: date2 0 2020-01-02 03:04:052020-01-02 00:00:0011045000
// expect: NumbersAndDates.hx:29: date4 exc Invalid date format : nonsense
// expect: NumbersAndDates.hx:29: dt exc Date.format %j- not implemented yet.
// expect: NumbersAndDates.hx:29: dt2 exc Date.format %N- not implemented yet.
// expect: NumbersAndDates.hx:29: dt4 exc Date.format %Q- not implemented yet.
// expect: NumbersAndDates.hx:29: now true
// expect: NumbersAndDates.hx:29: datecmp -1 true1000000000000.5
class NumbersAndDates {
	static function t(n:String, f:Void->Dynamic) { try trace(n + " " + f()) catch (e:haxe.Exception) trace(n + " exc " + e.message); }
	static function main() {
		t("round", () -> [for (x in [1.5, 2.5, -1.5, -2.5, 0.49999999999999994, -0.5, 1e10, 4.4]) Math.round(x)]);
		t("floor", () -> [for (x in [1.5, -1.5, 2.0, -0.1]) Math.floor(x)] + "" + [for (x in [1.5, -1.5, 2.0, -0.1]) Math.ceil(x)]);
		t("f", () -> [Math.ffloor(-1.5), Math.fceil(-1.5), Math.fround(-1.5), Math.fround(2.5), Math.fround(1e300)]);
		t("minmax", () -> [Math.min(1, 2), Math.max(1, 2), Math.min(Math.NaN, 1), Math.max(1, Math.NaN), Math.min(-0.0, 0.0), Math.abs(-3), Math.abs(-0.5)]);
		t("trig", () -> [Math.sin(0), Math.cos(0), Math.tan(0), Math.atan2(1, -1) - 3*Math.PI/4, Math.acos(2), Math.asin(0), Math.atan(1) - Math.PI / 4, Math.atan2(0, 0)]);
		t("is", () -> [Math.isNaN(Math.NaN), Math.isNaN(1), Math.isFinite(1/0), Math.isFinite(5), Math.isFinite(Math.NaN), Math.NEGATIVE_INFINITY < 0, Math.NaN == Math.NaN, Math.POSITIVE_INFINITY == 1/0]);
		t("mod", () -> [5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -5.5 % 2, 5 % 0.0]);
		t("int", () -> [0x7fffffff + 1, -2147483648 - 1, 65536 * 65536, 123456789 * 987654321, -7 >> 1, -7 >>> 28, 1 << 31, ~5, 5 & 3, 5 | 3, 5 ^ 3]);
		t("uint", () -> { var a:UInt = -1; var b:UInt = 2; a / b + " " + (a > b) + " " + a + " " + (a % b) + " " + (a >> 1) + " " + (a * 1.0) + " " + (a + b) + Std.string(a); });
		t("uint2", () -> { var a:UInt = 0xFFFFFFFE; var f:Float = a; f + " " + Std.int(a) + (a >>> 1) + (a == -2) + (a - 1); });
		t("i32", () -> { var a:haxe.Int32 = 0x7fffffff; a++; var b:haxe.Int32 = 5; a + " " + (b - 6) + (a * 3) + (a >>> 4) + haxe.Int32.ucompare(a, b) + (b / 2); });
		var i = haxe.Int64.make(1, 2); var m = haxe.Int64.parseString("-9223372036854775808");
		t("i64", () -> i + " " + m + " " + (i * 3) + " " + (i - 5) + " " + (m - 1) + " " + (-i) + " " + (i / 7) + (i % 7) + " " + (i << 33) + (i >> 3) + (m >>> 60) + (i > m) + (i & 3) + (i | 5) + (i ^ 7) + ~i);
		t("i64b", () -> haxe.Int64.ofInt(-5) + " " + haxe.Int64.toInt(haxe.Int64.ofInt(7)) + haxe.Int64.isNeg(m) + haxe.Int64.isZero(i) + haxe.Int64.compare(i, m) + haxe.Int64.ucompare(i, m) + haxe.Int64.toStr(i) + haxe.Int64.neg(i) + haxe.Int64.is(i) + haxe.Int64.fromFloat(1e15) + haxe.Int64.divMod(i, 10).modulus + haxe.Int64.isInt64(i) + haxe.Int64.getHigh(i) + i.low);
		t("i64c", () -> haxe.Int64.toInt(i));
		t("i64d", () -> haxe.Int64.parseString("12x"));
		t("i64e", () -> haxe.Int64.fromFloat(1e300));
		t("i64f", () -> i / 0);
		t("i64g", () -> haxe.Int64.parseString("99999999999999999999"));
		t("i64 inc", () -> { var x = haxe.Int64.ofInt(-1); x++; var y = x++; var z = --x; x + " " + y + z + (x += 5) + (x < 6) + (x == 5) + (5 == x) + (x != 5); });
		// Date
		var d = new Date(2024, 1, 29, 13, 4, 5);
		t("date", () -> d.toString() + " " + [d.getFullYear(), d.getMonth(), d.getDate(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getDay()] + [d.getUTCFullYear(), d.getUTCMonth(), d.getUTCDate(), d.getUTCHours(), d.getUTCMinutes(), d.getUTCSeconds(), d.getUTCDay(), d.getTimezoneOffset()]);
		t("date2", () -> Date.fromTime(0).getTime() + " " + Date.fromString("2020-01-02 03:04:05") + Date.fromString("2020-01-02") + Date.fromString("03:04:05").getTime());
		t("date4", () -> Date.fromString("nonsense"));
		t("dt", () -> DateTools.format(d, "%Y-%m-%d %H:%M:%S %y %e %I %p %j %u %w %a %A %b %B %D %T %R %r %F %NumbersAndDates %k %l %n %t %%").length);
		t("dt2", () -> DateTools.format(d, "%Y|%m|%d|%H|%M|%S|%y|%e|%I|%p|%u|%w|%a|%A|%b|%B|%D|%T|%R|%r|%F|%NumbersAndDates|%k|%l|%%|%s"));
		t("dt4", () -> DateTools.format(d, "%Q"));
		t("now", () -> Math.abs(Date.now().getTime() - Sys.time() * 1000) < 1000);
		t("datecmp", () -> Reflect.compare(1, 2) + " " + (Date.fromTime(5).getTime() == 5) + Std.string(Date.fromTime(1e12 + 0.5).getTime()));
	}
}
