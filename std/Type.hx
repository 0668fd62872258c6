/** Classes and enums at run time. **/
class Type {
	/** The class of `o`; null when `o` is no instance of a class. **/
	@:molt.native("molt_type_get_class")
	public static function getClass<T>(o:T):Class<T>;

	/** The enum that `o` is a value of. **/
	@:molt.native("molt_type_get_enum")
	public static function getEnum(o:EnumValue):Enum<Dynamic>;

	@:molt.native("molt_type_get_super_class")
	public static function getSuperClass(c:Class<Dynamic>):Class<Dynamic>;

	/** With its package: `pack.Class`. **/
	@:molt.native("molt_type_get_class_name")
	public static function getClassName(c:Class<Dynamic>):String;

	@:molt.native("molt_type_get_enum_name")
	public static function getEnumName(e:Enum<Dynamic>):String;

	/** The class of that name; null when the program has none. **/
	@:molt.native("molt_type_resolve_class")
	public static function resolveClass(name:String):Class<Dynamic>;

	@:molt.native("molt_type_resolve_enum")
	public static function resolveEnum(name:String):Enum<Dynamic>;

	/** A new instance; its constructor is called with `args`. **/
	@:molt.native("molt_type_create_instance")
	public static function createInstance<T>(cl:Class<T>, args:Array<Dynamic>):T;

	/** A new instance whose constructor was not called. **/
	@:molt.native("molt_type_create_empty_instance")
	public static function createEmptyInstance<T>(cl:Class<T>):T;

	@:molt.native("molt_type_create_enum")
	public static function createEnum<T>(e:Enum<T>, constr:String, ?params:Array<Dynamic>):T;

	/** `index` is the constructor's place in the source. **/
	@:molt.native("molt_type_create_enum_index")
	public static function createEnumIndex<T>(e:Enum<T>, index:Int, ?params:Array<Dynamic>):T;

	/** Names of variables and methods, inherited ones first. **/
	@:molt.native("molt_type_get_instance_fields")
	public static function getInstanceFields(c:Class<Dynamic>):Array<String>;

	/** Names of the class's own static variables and functions. **/
	@:molt.native("molt_type_get_class_fields")
	public static function getClassFields(c:Class<Dynamic>):Array<String>;

	/** Names of the constructors, in the order of the source. **/
	@:molt.native("molt_type_get_enum_constructs")
	public static function getEnumConstructs(e:Enum<Dynamic>):Array<String>;

	/** What kind of value `v` is at run time. **/
	public static function typeof(v:Dynamic):ValueType {
		return switch (kind(v)) {
			case 0: TNull;
			case 1: TInt;
			case 2: TFloat;
			case 3: TBool;
			case 4: TObject;
			case 5: TFunction;
			case 6: TClass(getClass(v));
			case 7: TEnum(getEnum(v));
			case _: TUnknown;
		}
	}

	/** Index of the ValueType. **/
	@:molt.native("molt_type_kind")
	static function kind(v:Dynamic):Int;

	/** Are they values of the same constructor with equal parameters? Parameters that are enum values are compared in the same way. **/
	@:molt.native("molt_type_enum_eq")
	public static function enumEq<T:EnumValue>(a:T, b:T):Bool;

	/** Name of the constructor. **/
	@:molt.native("molt_type_enum_constructor")
	public static function enumConstructor(e:EnumValue):String;

	@:molt.native("molt_type_enum_parameters")
	public static function enumParameters(e:EnumValue):Array<Dynamic>;

	/** The constructor's place in the source. **/
	@:molt.native("molt_type_enum_index")
	public static function enumIndex(e:EnumValue):Int;

	/** The values of the constructors that take no parameters. **/
	@:molt.native("molt_type_all_enums")
	public static function allEnums<T>(e:Enum<T>):Array<T>;
}

enum ValueType {
	TNull;
	TInt;
	TFloat;
	TBool;
	TObject;
	TFunction;
	TClass(c:Class<Dynamic>);
	TEnum(e:Enum<Dynamic>);
	TUnknown;
}
