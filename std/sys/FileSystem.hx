package sys;

import molt.Native.NativeDirectory;

/** Files and directories by name. What cannot be done throws. **/
class FileSystem {
	@:molt.native("molt_path_exists")
	public static function exists(path:String):Bool;

	@:molt.native("molt_path_rename")
	public static function rename(path:String, newPath:String):Void;

	public static function stat(path:String):FileStat {
		var values = statValues(path);
		inline function number(i:Int):Int {
			return Std.int(values[i]);
		}
		inline function date(i:Int):Date {
			return Date.fromTime(values[i] * 1000);
		}
		return {
			gid: number(0),
			uid: number(1),
			atime: date(2),
			mtime: date(3),
			ctime: date(4),
			size: number(5),
			dev: number(6),
			ino: number(7),
			nlink: number(8),
			rdev: number(9),
			mode: number(10)
		};
	}

	@:molt.native("molt_path_stat")
	static function statValues(path:String):Array<Float>;

	/** From the root, with links followed. **/
	@:molt.native("molt_path_full")
	public static function fullPath(relPath:String):String;

	/** From the root; the path need not exist. **/
	public static function absolutePath(relPath:String):String {
		return haxe.io.Path.isAbsolute(relPath) ? relPath : haxe.io.Path.join([Sys.getCwd(), relPath]);
	}

	/** False when there is nothing of that name. **/
	@:molt.native("molt_path_is_directory")
	public static function isDirectory(path:String):Bool;

	/** With those that it lies in, as far as they are missing. **/
	public static function createDirectory(path:String):Void {
		var at = 0;
		while (at >= 0) {
			at = path.indexOf("/", at + 1);
			var part = at < 0 ? path : path.substr(0, at);
			if (part != "" && !isDirectory(part))
				makeDirectory(part);
		}
	}

	@:molt.native("molt_path_create_directory")
	static function makeDirectory(path:String):Void;

	@:molt.native("molt_path_delete_file")
	public static function deleteFile(path:String):Void;

	/** Only when it is empty. **/
	@:molt.native("molt_path_delete_directory")
	public static function deleteDirectory(path:String):Void;

	/** Names of what the directory holds, in no order. **/
	public static function readDirectory(path:String):Array<String> {
		var directory = NativeDirectory.open(path), names = [], name:String;
		while ((name = directory.next()) != null)
			names.push(name);
		return names;
	}
}
