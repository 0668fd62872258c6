package haxe.rtti;

/** Metadata of classes and enums, as it stands in the source: what has no colon. After an edit it is the new source's. **/
class Meta {
	/** Of the type itself. **/
	public static function getType(t:Dynamic):Dynamic<Array<Dynamic>>
		return part(t, "obj");

	/** Of its static fields. **/
	public static function getStatics(t:Dynamic):Dynamic<Dynamic<Array<Dynamic>>>
		return part(t, "statics");

	/** Of its instance fields, the constructor's under `_`, or of an enum's constructors. **/
	public static function getFields(t:Dynamic):Dynamic<Dynamic<Array<Dynamic>>>
		return part(t, "fields");

	static function part(t:Dynamic, name:String):Dynamic {
		var text = textOf(t);
		var found = text == null ? null : Reflect.field(haxe.Json.parse(text), name);
		return found == null ? {} : found;
	}

	@:molt.native("molt_type_metadata")
	static function textOf(t:Dynamic):String;
}
