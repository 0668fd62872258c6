/** A moment, in milliseconds since 1970, and its parts in local time and UTC. **/
class Date {
	var time:Float;

	/** From local time; months count from 0. **/
	public function new(year:Int, month:Int, day:Int, hour:Int, min:Int, sec:Int):Void {
		time = make(year, month, day, hour, min, sec, false);
	}

	public inline function getTime():Float {
		return time;
	}

	public function getHours():Int {
		return part(time, 3, false);
	}

	public function getMinutes():Int {
		return part(time, 4, false);
	}

	public function getSeconds():Int {
		return part(time, 5, false);
	}

	public function getFullYear():Int {
		return part(time, 0, false);
	}

	/** From 0. **/
	public function getMonth():Int {
		return part(time, 1, false);
	}

	/** Of the month, from 1. **/
	public function getDate():Int {
		return part(time, 2, false);
	}

	/** Of the week, from 0, which is Sunday. **/
	public function getDay():Int {
		return part(time, 6, false);
	}

	public function getUTCHours():Int {
		return part(time, 3, true);
	}

	public function getUTCMinutes():Int {
		return part(time, 4, true);
	}

	public function getUTCSeconds():Int {
		return part(time, 5, true);
	}

	public function getUTCFullYear():Int {
		return part(time, 0, true);
	}

	public function getUTCMonth():Int {
		return part(time, 1, true);
	}

	public function getUTCDate():Int {
		return part(time, 2, true);
	}

	public function getUTCDay():Int {
		return part(time, 6, true);
	}

	/** Minutes by which local time is behind UTC. **/
	public function getTimezoneOffset():Int {
		return part(time, 7, false);
	}

	/** `2026-01-31 23:59:59` in local time. **/
	public function toString():String {
		return getFullYear() + "-" + two(getMonth() + 1) + "-" + two(getDate()) + " " + two(getHours()) + ":" + two(getMinutes()) + ":"
			+ two(getSeconds());
	}

	static function two(n:Int):String {
		return n < 10 ? "0" + n : "" + n;
	}

	public static function now():Date {
		return fromTime(present());
	}

	public static function fromTime(t:Float):Date {
		var date = new Date(1970, 0, 1, 0, 0, 0);
		date.time = t;
		return date;
	}

	/** From `2026-01-31 23:59:59`, `2026-01-31` (both local time) or `23:59:59` (UTC, on the first day of 1970). **/
	public static function fromString(s:String):Date {
		switch s.length {
			case 8:
				var k = s.split(":");
				return fromTime(make(1970, 0, 1, number(k[0]), number(k[1]), number(k[2]), true));
			case 10:
				var k = s.split("-");
				return new Date(number(k[0]), number(k[1]) - 1, number(k[2]), 0, 0, 0);
			case 19:
				var k = s.split(" ");
				var day = k[0].split("-"), clock = k[1].split(":");
				return new Date(number(day[0]), number(day[1]) - 1, number(day[2]), number(clock[0]), number(clock[1]), number(clock[2]));
			default:
				throw "Invalid date format : " + s;
		}
	}

	static function number(s:String):Int {
		var value = Std.parseInt(s);
		if (value == null)
			throw "Invalid number in a date : " + s;
		return value;
	}

	@:molt.native("molt_date_make")
	static extern function make(year:Int, month:Int, day:Int, hour:Int, minute:Int, second:Int, utc:Bool):Float;

	@:molt.native("molt_date_part")
	static extern function part(time:Float, part:Int, utc:Bool):Int;

	@:molt.native("molt_date_now")
	static extern function present():Float;
}
