package molt;

/** The running program as something that is edited while it runs. Under `molt run` the version is 1 and nothing here has an effect. **/
extern class Hot {
	/** Of the code that is live. **/
	static var version(get, never):Int;

	@:molt.native("molt_hot_version")
	private static function get_version():Int;

	/** A safe point: an update that is ready goes live here. **/
	@:molt.native("molt_hot_poll")
	static function poll():Void;

	/** Calls `f` after each update and each rollback. **/
	@:molt.native("molt_hot_on_update")
	static function onUpdate(f:Void->Void):Void;

	/** Goes back to that version, the one before when it is left out, at the caller's next safe point. **/
	@:molt.native("molt_hot_rollback")
	static function rollback(?version:Int):Void;
}
