package haxe;

import haxe.io.Bytes;
import molt.Native.NativeBytes;

/** Files that the program carries with it (`-r FILE@NAME`). **/
class Resource {
	@:molt.native("molt_resource_names")
	public static function listNames():Array<String>;

	/** The resource as text in UTF-8; null if there is none of that name. **/
	public static function getString(name:String):String {
		var bytes = getBytes(name);
		return bytes == null ? null : bytes.toString();
	}

	/** The resource as it is; null if there is none of that name. **/
	public static function getBytes(name:String):Bytes {
		var data = dataOf(name);
		return data == null ? null : Bytes.ofData(data);
	}

	@:molt.native("molt_resource_bytes")
	static function dataOf(name:String):NativeBytes;
}
