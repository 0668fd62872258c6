package haxe;

/** Files that a program carries with it. The compiler takes none along yet, so there are none to be found. **/
class Resource {
	public static function listNames():Array<String> {
		return [];
	}

	/** The resource as text; null if there is none of that name. **/
	public static function getString(name:String):String {
		return null;
	}

	/** The resource as it is; null if there is none of that name. **/
	public static function getBytes(name:String):haxe.io.Bytes {
		return null;
	}
}
