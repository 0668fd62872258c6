/** What kind of value a value is. **/
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

/** Classes and enums at run time. **/
extern class Type {
	/** The class of an instance, null for anything else. **/
	@:molt.native("molt_type_get_class")
	static function getClass<T>(o:T):Class<T>;

	/** The enum of an enum value. **/
	@:molt.native("molt_type_get_enum")
	static function getEnum(o:EnumValue):Enum<Dynamic>;

	@:molt.native("molt_type_get_super_class")
	static function getSuperClass(c:Class<Dynamic>):Class<Dynamic>;

	/** With its package. **/
	@:molt.native("molt_type_get_class_name")
	static function getClassName(c:Class<Dynamic>):String;

	@:molt.native("molt_type_get_enum_name")
	static function getEnumName(e:Enum<Dynamic>):String;

	/** By name; null if there is none. **/
	@:molt.native("molt_type_resolve_class")
	static function resolveClass(name:String):Class<Dynamic>;

	@:molt.native("molt_type_resolve_enum")
	static function resolveEnum(name:String):Enum<Dynamic>;

	/** Calls the constructor. **/
	@:molt.native("molt_type_create_instance")
	static function createInstance<T>(cl:Class<T>, args:Array<Dynamic>):T;

	/** Without calling the constructor. **/
	@:molt.native("molt_type_create_empty_instance")
	static function createEmptyInstance<T>(cl:Class<T>):T;

	@:molt.native("molt_type_create_enum")
	static function createEnum<T>(e:Enum<T>, constr:String, ?params:Array<Dynamic>):T;

	@:molt.native("molt_type_create_enum_index")
	static function createEnumIndex<T>(e:Enum<T>, index:Int, ?params:Array<Dynamic>):T;

	/** Names of variables and methods, inherited ones included. **/
	@:molt.native("molt_type_get_instance_fields")
	static function getInstanceFields(c:Class<Dynamic>):Array<String>;

	@:molt.native("molt_type_get_class_fields")
	static function getClassFields(c:Class<Dynamic>):Array<String>;

	/** Names of the constructors in the order of the source. **/
	@:molt.native("molt_type_get_enum_constructs")
	static function getEnumConstructs(e:Enum<Dynamic>):Array<String>;

	static function typeof(v:Dynamic):ValueType {
		return switch kind(v) {
			case 0: TNull;
			case 1: TInt;
			case 2: TFloat;
			case 3: TBool;
			case 4: TObject;
			case 5: TFunction;
			case 6: TClass(getClass(v));
			case 7: TEnum(getEnum(v));
			default: TUnknown;
		}
	}

	/** Index of its constructor in ValueType. **/
	@:molt.native("molt_type_kind")
	private static function kind(v:Dynamic):Int;

	/** Same constructor and equal parameters; parameters that are enum values are compared the same way. **/
	@:molt.native("molt_type_enum_eq")
	static function enumEq<T:EnumValue>(a:T, b:T):Bool;

	static inline function enumConstructor(e:EnumValue):String {
		return constructorOf(cast e);
	}

	static inline function enumParameters(e:EnumValue):Array<Dynamic> {
		return parametersOf(cast e);
	}

	/** Position of its constructor in the source. **/
	static inline function enumIndex(e:EnumValue):Int {
		return indexOf(cast e);
	}

	/** All values of the constructors without parameters. **/
	@:molt.native("molt_type_all_enums")
	static function allEnums<T>(e:Enum<T>):Array<T>;

	@:molt.native("molt_type_enum_constructor")
	private static function constructorOf(e:{}):String;

	@:molt.native("molt_type_enum_parameters")
	private static function parametersOf(e:{}):Array<Dynamic>;

	@:molt.native("molt_type_enum_index")
	private static function indexOf(e:{}):Int;
}
