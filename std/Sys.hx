import molt.Native.NativeFile;
import molt.Stdio.FileInputStream;
import molt.Stdio.FileOutputStream;

/** The process and its system. **/
class Sys {
	/** Writes the text of `v`, at once. **/
	@:molt.native("molt_sys_print")
	public static function print(v:Dynamic):Void;

	/** Writes the text of `v` and an end of line, at once. **/
	@:molt.native("molt_sys_println")
	public static function println(v:Dynamic):Void;

	/** The program's arguments. **/
	@:molt.native("molt_sys_args")
	public static function args():Array<String>;

	/** A variable of the environment, null if it is not set. **/
	@:molt.native("molt_sys_get_env")
	public static function getEnv(s:String):String;

	/** Sets a variable of the environment; null removes it. **/
	@:molt.native("molt_sys_put_env")
	public static function putEnv(s:String, v:Null<String>):Void;

	/** All variables of the environment. **/
	public static function environment():Map<String, String> {
		var all = environmentList(), result = new Map<String, String>();
		var i = 0;
		while (i + 1 < all.length) {
			result.set(all[i], all[i + 1]);
			i += 2;
		}
		return result;
	}

	/** Names and values, in turn. **/
	@:molt.native("molt_sys_environment")
	private static function environmentList():Array<String>;

	/** Seconds. **/
	@:molt.native("molt_sys_sleep")
	public static function sleep(seconds:Float):Void;

	@:molt.native("molt_sys_set_time_locale")
	public static function setTimeLocale(loc:String):Bool;

	@:molt.native("molt_sys_get_cwd")
	public static function getCwd():String;

	@:molt.native("molt_sys_set_cwd")
	public static function setCwd(s:String):Void;

	/** "Linux". **/
	@:molt.native("molt_sys_system_name")
	public static function systemName():String;

	/** Runs a command and waits for it; its exit code. Without `args` the shell reads `cmd`. **/
	@:molt.native("molt_sys_command")
	public static function command(cmd:String, ?args:Array<String>):Int;

	/** Ends the process. **/
	@:molt.native("molt_sys_exit")
	public static function exit(code:Int):Void;

	/** Seconds since 1970. **/
	@:molt.native("molt_sys_time")
	public static function time():Float;

	/** Processor time of the process, in seconds. **/
	@:molt.native("molt_sys_cpu_time")
	public static function cpuTime():Float;

	@:deprecated("Use programPath instead")
	public static inline function executablePath():String {
		return programPath();
	}

	/** What was started: the program's source or its executable. **/
	@:molt.native("molt_sys_program_path")
	public static function programPath():String;

	/** One byte of standard input, -1 at its end. **/
	public static function getChar(echo:Bool):Int {
		var byte = FileInputStream.standard().readByte();
		if (echo && byte >= 0)
			print(String.fromCharCode(byte));
		return byte;
	}

	/** What the program is given to read. **/
	public static function stdin():haxe.io.Input {
		return new FileInputStream(FileInputStream.standard());
	}

	/** As a stream; prints go there as well, both at once. **/
	public static function stdout():haxe.io.Output {
		return new FileOutputStream(NativeFile.standard(1));
	}

	/** For messages. **/
	public static function stderr():haxe.io.Output {
		return new FileOutputStream(NativeFile.standard(2));
	}
}
