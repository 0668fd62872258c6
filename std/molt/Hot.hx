package molt;

/** The program's own hand on its live updates. Without `molt dev` the version is 1 and the functions have no effect. **/
class Hot {
	/** Number of the version that is live. **/
	public static var version(get, never):Int;

	@:molt.native("molt_hot_version")
	static function get_version():Int;

	/** An explicit safe point: a pending update may go live here. **/
	@:molt.native("molt_hot_poll")
	public static function poll():Void;

	/** Has `f` called after each update and each rollback. **/
	@:molt.native("molt_hot_on_update")
	public static function onUpdate(f:Void->Void):Void;

	/** Goes back to `version`, or to the one in front of the live one, at the caller's next safe point. **/
	@:molt.native("molt_hot_rollback")
	public static function rollback(?version:Int):Void;
}
