/** A moment, seen through the calendar. **/
class Date {
	static inline var YEAR = 0;
	static inline var MONTH = 1;
	static inline var DAY = 2;
	static inline var HOURS = 3;
	static inline var MINUTES = 4;
	static inline var SECONDS = 5;
	static inline var WEEKDAY = 6;
	static inline var BEHIND_UTC = 7;

	/** Milliseconds since 1970, UTC. **/
	var time:Float;

	/** In local time; months count from 0, days from 1. **/
	public function new(year:Int, month:Int, day:Int, hour:Int, min:Int, sec:Int) {
		time = make(year, month, day, hour, min, sec, false);
	}

	@:molt.native("molt_date_make")
	static function make(year:Int, month:Int, day:Int, hour:Int, min:Int, sec:Int, utc:Bool):Float;

	@:molt.native("molt_date_part")
	static function part(time:Float, which:Int, utc:Bool):Int;

	@:molt.native("molt_date_now")
	static function milliseconds():Float;

	public function getTime():Float {
		return time;
	}

	public function getHours():Int {
		return part(time, HOURS, false);
	}

	public function getMinutes():Int {
		return part(time, MINUTES, false);
	}

	public function getSeconds():Int {
		return part(time, SECONDS, false);
	}

	public function getFullYear():Int {
		return part(time, YEAR, false);
	}

	public function getMonth():Int {
		return part(time, MONTH, false);
	}

	public function getDate():Int {
		return part(time, DAY, false);
	}

	/** Sunday is 0. **/
	public function getDay():Int {
		return part(time, WEEKDAY, false);
	}

	public function getUTCHours():Int {
		return part(time, HOURS, true);
	}

	public function getUTCMinutes():Int {
		return part(time, MINUTES, true);
	}

	public function getUTCSeconds():Int {
		return part(time, SECONDS, true);
	}

	public function getUTCFullYear():Int {
		return part(time, YEAR, true);
	}

	public function getUTCMonth():Int {
		return part(time, MONTH, true);
	}

	public function getUTCDate():Int {
		return part(time, DAY, true);
	}

	public function getUTCDay():Int {
		return part(time, WEEKDAY, true);
	}

	/** Minutes by which local time is behind UTC; east of Greenwich it is negative. **/
	public function getTimezoneOffset():Int {
		return part(time, BEHIND_UTC, false);
	}

	/** As `2024-03-01 12:34:56`, in local time. **/
	public function toString():String {
		return getFullYear() + "-" + two(getMonth() + 1) + "-" + two(getDate()) + " " + two(getHours()) + ":" + two(getMinutes()) + ":"
			+ two(getSeconds());
	}

	static function two(number:Int):String {
		return number < 10 ? "0" + number : "" + number;
	}

	public static function now():Date {
		return fromTime(milliseconds());
	}

	/** From milliseconds since 1970. **/
	public static function fromTime(t:Float):Date {
		var date = Type.createEmptyInstance(Date);
		date.time = t;
		return date;
	}

	/** From `2024-03-01 12:34:56` or `2024-03-01`, both local, or `12:34:56`, which is a time behind 1970. **/
	public static function fromString(s:String):Date {
		var halves = s.split(" ");
		var day = numbers(halves[0], "-"), clock = numbers(halves[halves.length - 1], ":");
		if (s.length == 19 && halves.length == 2 && day != null && clock != null)
			return new Date(day[0], day[1] - 1, day[2], clock[0], clock[1], clock[2]);
		if (s.length == 10 && day != null)
			return new Date(day[0], day[1] - 1, day[2], 0, 0, 0);
		if (s.length == 8 && clock != null)
			return fromTime(make(1970, 0, 1, clock[0], clock[1], clock[2], true));
		throw 'Invalid date format : $s';
	}

	/** Three numbers, null if it is anything else. **/
	static function numbers(text:String, separator:String):Array<Int> {
		var parts = text.split(separator), result = [];
		for (part in parts) {
			var number = Std.parseInt(part);
			if (number == null)
				return null;
			result.push(number);
		}
		return result.length == 3 ? result : null;
	}
}
