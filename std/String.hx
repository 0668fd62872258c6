/** Immutable text. Positions count UTF-16 units. **/
final class String {
	/** Number of UTF-16 units. **/
	public var length(default, null):Int;

	/** The same text. **/
	@:molt.native("molt_string_to_string")
	public function new(string:String):Void;

	@:molt.native("molt_string_to_upper")
	public function toUpperCase():String;

	@:molt.native("molt_string_to_lower")
	public function toLowerCase():String;

	/** The character at `index` as a string, "" when it lies outside. **/
	@:molt.native("molt_string_char_at")
	public function charAt(index:Int):String;

	/** The unit at `index`, null when it lies outside. **/
	@:molt.native("molt_string_char_code_at")
	public function charCodeAt(index:Int):Null<Int>;

	/** Position of the first `str` at or behind `startIndex`, -1 if there is none. **/
	@:molt.native("molt_string_index_of")
	public function indexOf(str:String, ?startIndex:Int):Int;

	/** Position of the last `str` that begins at or in front of `startIndex`, -1 if there is none. **/
	@:molt.native("molt_string_last_index_of")
	public function lastIndexOf(str:String, ?startIndex:Int):Int;

	/** The parts between occurrences of `delimiter`; all characters when that is "". **/
	@:molt.native("molt_string_split")
	public function split(delimiter:String):Array<String>;

	/** `len` characters from `pos` on, which counts from the end when negative. **/
	@:molt.native("molt_string_substr")
	public function substr(pos:Int, ?len:Int):String;

	/** From `startIndex` up to, not including, `endIndex`; the two are exchanged when they are in the wrong order. **/
	@:molt.native("molt_string_substring")
	public function substring(startIndex:Int, ?endIndex:Int):String;

	@:molt.native("molt_string_to_string")
	public function toString():String;

	/** The character of that code as a string. **/
	@:molt.native("molt_string_from_char_code")
	public static function fromCharCode(code:Int):String;

	/** The unit at `index`, -1 when it lies outside: what StringTools reads texts with. **/
	@:noCompletion
	@:molt.native("molt_string_fast_code_at")
	public function cca(index:Int):Int;
}
