/** Fields and functions by name at run time. **/
extern class Reflect {
	@:molt.native("molt_reflect_has_field")
	static function hasField(o:Dynamic, field:String):Bool;

	/** Null when there is no such field. Properties are not called: see `getProperty`. **/
	@:molt.native("molt_reflect_field")
	static function field(o:Dynamic, field:String):Dynamic;

	@:molt.native("molt_reflect_set_field")
	static function setField(o:Dynamic, field:String, value:Dynamic):Void;

	@:molt.native("molt_reflect_get_property")
	static function getProperty(o:Dynamic, field:String):Dynamic;

	@:molt.native("molt_reflect_set_property")
	static function setProperty(o:Dynamic, field:String, value:Dynamic):Void;

	/** Methods carry their object: `o` is not used. **/
	@:molt.native("molt_reflect_call_method")
	static function callMethod(o:Dynamic, func:haxe.Constraints.Function, args:Array<Dynamic>):Dynamic;

	/** Names of the variables of an object, of all fields of a structure. **/
	@:molt.native("molt_reflect_fields")
	static function fields(o:Dynamic):Array<String>;

	@:molt.native("molt_reflect_is_function")
	static function isFunction(f:Dynamic):Bool;

	/** Negative if `a` comes first, 0 if they are equal. For numbers, strings, functions. **/
	@:molt.native("molt_reflect_compare")
	static function compare<T>(a:T, b:T):Int;

	/** Are they the same function, of the same object? **/
	@:molt.native("molt_reflect_compare_methods")
	static function compareMethods(f1:Dynamic, f2:Dynamic):Bool;

	/** An instance, a class, a structure or a string. **/
	@:molt.native("molt_reflect_is_object")
	static function isObject(v:Dynamic):Bool;

	@:molt.native("molt_reflect_is_enum_value")
	static function isEnumValue(v:Dynamic):Bool;

	/** Of a structure; false when it had no such field. **/
	@:molt.native("molt_reflect_delete_field")
	static function deleteField(o:Dynamic, field:String):Bool;

	/** A structure with the same fields. **/
	@:molt.native("molt_reflect_copy")
	static function copy<T>(o:Null<T>):Null<T>;

	/** A function of any number of arguments from one that takes them as an array. **/
	@:overload(function(f:Array<Dynamic>->Void):Dynamic {})
	@:molt.native("molt_reflect_make_var_args")
	static function makeVarArgs(f:Array<Dynamic>->Dynamic):Dynamic;
}
