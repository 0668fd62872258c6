/** Immutable text. Positions count UTF-16 units. **/
extern class String {
	/** Number of UTF-16 units. **/
	var length(default, null):Int;

	/** The same text. **/
	function new(string:String):Void;

	@:molt.native("molt_string_to_upper")
	function toUpperCase():String;

	@:molt.native("molt_string_to_lower")
	function toLowerCase():String;

	/** The character at `index` as a string, "" when it lies outside. **/
	@:molt.native("molt_string_char_at")
	function charAt(index:Int):String;

	/** The unit at `index`, null when it lies outside. **/
	@:molt.native("molt_string_char_code_at")
	function charCodeAt(index:Int):Null<Int>;

	/** Position of the first `str` at or behind `startIndex`, -1 if there is none. **/
	@:molt.native("molt_string_index_of")
	function indexOf(str:String, ?startIndex:Int):Int;

	/** Position of the last `str` that begins at or in front of `startIndex`, -1 if there is none. **/
	@:molt.native("molt_string_last_index_of")
	function lastIndexOf(str:String, ?startIndex:Int):Int;

	/** The parts between occurrences of `delimiter`; all characters when that is "". **/
	@:molt.native("molt_string_split")
	function split(delimiter:String):Array<String>;

	/** `len` characters from `pos` on, which counts from the end when negative. **/
	@:molt.native("molt_string_substr")
	function substr(pos:Int, ?len:Int):String;

	/** From `startIndex` up to, not including, `endIndex`; the two are exchanged when they are in the wrong order. **/
	@:molt.native("molt_string_substring")
	function substring(startIndex:Int, ?endIndex:Int):String;

	@:molt.native("molt_string_to_string")
	function toString():String;

	/** The character of that code as a string. **/
	@:molt.native("molt_string_from_char_code")
	static function fromCharCode(code:Int):String;
}
