/**
	What every benchmark program has in common.

	Arguments: the problem size, and `time`. Without `time` the work is done once and its checksum printed. With it the
	work is repeated, and a line `ms N` tells the milliseconds of each repetition after the first ones. (They go to standard
	output, not to standard error, so that the programs need nothing but the core of the language.)
**/
class Bench {
	static inline var WARM_UP = 3;
	static inline var MEASURED = 7;

	public static function run(size:Int, work:Int->Int):Void {
		var args = parameters();
		if (args.length > 0)
			size = Std.parseInt(args[0]);
		var checksum = work(size);
		if (args.length > 1 && args[1] == "time") {
			for (i in 1...WARM_UP)
				work(size);
			for (i in 0...MEASURED) {
				var begin = now();
				if (work(size) != checksum)
					throw "the checksum differs between repetitions";
				print("ms " + Std.int((now() - begin) * 1e6) / 1000);
			}
		}
		print("checksum " + checksum);
	}

	/** Mixes one more value into a checksum, in arithmetic that is the same everywhere. **/
	public static inline function mix(sum:Int, value:Int):Int {
		return (sum * 31 + value) & 0x3fffffff;
	}

	#if js
	static function parameters():Array<String>
		return js.Syntax.code("process.argv.slice(2)");

	static function now():Float
		return js.Syntax.code("Number(process.hrtime.bigint()) / 1e9");

	static function print(line:String):Void
		js.Syntax.code("process.stdout.write({0} + '\\n')", line);
	#else
	static function parameters():Array<String>
		return Sys.args();

	static function now():Float
		return Sys.time();

	static function print(line:String):Void
		Sys.println(line);
	#end
}
