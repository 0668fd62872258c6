/** Values whose type is not known. **/
class Reflect {
	@:molt.native("molt_reflect_has_field")
	public static function hasField(o:Dynamic, field:String):Bool;

	/** The field as it is stored, null when there is none; methods come bound to `o`. **/
	@:molt.native("molt_reflect_field")
	public static function field(o:Dynamic, field:String):Dynamic;

	/** Adds the field to a structure that lacks it. **/
	@:molt.native("molt_reflect_set_field")
	public static function setField(o:Dynamic, field:String, value:Dynamic):Void;

	/** Through the getter if there is one. **/
	@:molt.native("molt_reflect_get_property")
	public static function getProperty(o:Dynamic, field:String):Dynamic;

	/** Through the setter if there is one. **/
	@:molt.native("molt_reflect_set_property")
	public static function setProperty(o:Dynamic, field:String, value:Dynamic):Void;

	/** Calls `func`; methods are bound already, so `o` is not needed. **/
	@:molt.native("molt_reflect_call_method")
	public static function callMethod(o:Dynamic, func:haxe.Constraints.Function, args:Array<Dynamic>):Dynamic;

	/** Names of a structure's fields in the order in which they were added; of an object's or class's variables. **/
	@:molt.native("molt_reflect_fields")
	public static function fields(o:Dynamic):Array<String>;

	@:molt.native("molt_reflect_is_function")
	public static function isFunction(f:Dynamic):Bool;

	/** Negative, 0 or positive. Numbers, texts and Bools have an order; anything else is equal to itself or not. **/
	@:molt.native("molt_reflect_compare")
	public static function compare<T>(a:T, b:T):Int;

	/** Are they the same function, of the same object? **/
	@:molt.native("molt_reflect_compare_methods")
	public static function compareMethods(f1:Dynamic, f2:Dynamic):Bool;

	/** Is it an instance, a structure, a class or an enum? **/
	@:molt.native("molt_reflect_is_object")
	public static function isObject(v:Dynamic):Bool;

	@:molt.native("molt_reflect_is_enum_value")
	public static function isEnumValue(v:Dynamic):Bool;

	/** Takes a field out of a structure; false when it had none of that name. **/
	@:molt.native("molt_reflect_delete_field")
	public static function deleteField(o:Dynamic, field:String):Bool;

	/** A new structure with the same fields. **/
	@:molt.native("molt_reflect_copy")
	public static function copy<T>(o:Null<T>):Null<T>;

	/** A function of any number of arguments, which `f` gets as an array. `R` may be Void. **/
	@:molt.native("molt_reflect_make_var_args")
	public static function makeVarArgs<R>(f:Array<Dynamic>->R):Dynamic;
}
