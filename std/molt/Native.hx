package molt;

/** Objects of the runtime that stand behind classes of the library. Not for direct use. **/
@:noCompletion
extern class NativeText {
	@:molt.native("molt_buf_new")
	function new():Void;
	@:molt.native("molt_buf_length")
	function length():Int;
	@:molt.native("molt_buf_add")
	function add(x:Dynamic):Void;
	@:molt.native("molt_buf_add_string")
	function addString(s:String):Void;
	@:molt.native("molt_buf_add_char")
	function addChar(c:Int):Void;
	@:molt.native("molt_buf_add_sub")
	function addSub(s:String, pos:Int, ?len:Int):Void;
	@:molt.native("molt_buf_to_string")
	function toString():String;
}

@:noCompletion
extern class NativeIntMap {
	@:molt.native("molt_intmap_new")
	function new():Void;
	@:molt.native("molt_intmap_set")
	function set(key:Int, value:Dynamic):Void;
	@:molt.native("molt_intmap_get")
	function get(key:Int):Dynamic;
	@:molt.native("molt_intmap_exists")
	function exists(key:Int):Bool;
	@:molt.native("molt_intmap_remove")
	function remove(key:Int):Bool;
	@:molt.native("molt_intmap_keys")
	function keys():Array<Int>;
	@:molt.native("molt_intmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_intmap_copy")
	function copy():NativeIntMap;
	@:molt.native("molt_intmap_clear")
	function clear():Void;
	@:molt.native("molt_intmap_count")
	function count():Int;
	/** Number of the next entry behind number `after`, which is -1 at first; -1 at the end. **/
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeStringMap {
	@:molt.native("molt_stringmap_new")
	function new():Void;
	@:molt.native("molt_stringmap_set")
	function set(key:String, value:Dynamic):Void;
	@:molt.native("molt_stringmap_get")
	function get(key:String):Dynamic;
	@:molt.native("molt_stringmap_exists")
	function exists(key:String):Bool;
	@:molt.native("molt_stringmap_remove")
	function remove(key:String):Bool;
	@:molt.native("molt_stringmap_keys")
	function keys():Array<String>;
	@:molt.native("molt_stringmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_stringmap_copy")
	function copy():NativeStringMap;
	@:molt.native("molt_stringmap_clear")
	function clear():Void;
	@:molt.native("molt_stringmap_count")
	function count():Int;
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeObjectMap {
	@:molt.native("molt_objectmap_new")
	function new():Void;
	@:molt.native("molt_objectmap_set")
	function set(key:Dynamic, value:Dynamic):Void;
	@:molt.native("molt_objectmap_get")
	function get(key:Dynamic):Dynamic;
	@:molt.native("molt_objectmap_exists")
	function exists(key:Dynamic):Bool;
	@:molt.native("molt_objectmap_remove")
	function remove(key:Dynamic):Bool;
	@:molt.native("molt_objectmap_keys")
	function keys():Array<Dynamic>;
	@:molt.native("molt_objectmap_values")
	function values():Array<Dynamic>;
	@:molt.native("molt_objectmap_copy")
	function copy():NativeObjectMap;
	@:molt.native("molt_objectmap_clear")
	function clear():Void;
	@:molt.native("molt_objectmap_count")
	function count():Int;
	@:molt.native("molt_map_next")
	function next(after:Int):Int;
	@:molt.native("molt_map_key")
	function keyAt(entry:Int):Dynamic;
	@:molt.native("molt_map_value")
	function valueAt(entry:Int):Dynamic;
}

@:noCompletion
extern class NativeRegex {
	@:molt.native("molt_regex_new")
	function new(pattern:String, options:String):Void;
	/** Start and end of the first match behind `from` and of its groups; null: there is none. **/
	@:molt.native("molt_regex_search")
	function search(subject:NativeRegexSubject, length:Int, from:Int, nonempty:Bool):Array<Int>;
}

@:noCompletion
extern class NativeRegexSubject {
	@:molt.native("molt_regex_subject")
	static function of(s:String):NativeRegexSubject;
}
