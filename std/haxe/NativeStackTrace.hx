package haxe;

import haxe.CallStack.StackItem;

/** Stacks as the runtime keeps them: return addresses, named only when somebody looks. **/
@:noCompletion
class NativeStackTrace {
	/** Throwing `exception` again keeps the stack of its first throw. **/
	@:molt.native("molt_exception_stack_keep")
	public static function saveStack(exception:Any):Void;

	/** Of the caller, innermost frame first. **/
	@:molt.native("molt_exception_call_stack")
	public static function callStack():Array<Float>;

	/** Of what was thrown last on this thread. **/
	@:molt.native("molt_exception_stack")
	public static function exceptionStack():Array<Float>;

	public static function toHaxe(nativeStackTrace:Array<Float>, skip:Int = 0):Array<StackItem> {
		var parts = stackItems(nativeStackTrace), items:Array<StackItem> = [];
		var i = skip * 3;
		// A stack that was asked for begins where it was asked for.
		while (i < parts.length && isAsking(parts[i]))
			i += 3;
		while (i + 2 < parts.length) {
			items.push(FilePos(method(parts[i]), parts[i + 1], parts[i + 2]));
			i += 3;
		}
		return items;
	}

	static function isAsking(path:String):Bool {
		return StringTools.startsWith(path, "haxe.CallStack.") || StringTools.startsWith(path, "haxe.NativeStackTrace.");
	}

	/** `pack.Class.method`, local functions `pack.Class.method/name`. **/
	static function method(path:String):StackItem {
		var slash = path.indexOf("/");
		var dot = path.lastIndexOf(".", slash < 0 ? path.length : slash);
		return Method(dot < 0 ? null : path.substr(0, dot), path.substr(dot + 1));
	}

	/** Function, file, line of each frame, one after the other. **/
	@:molt.native("molt_exception_stack_items")
	static function stackItems(stack:Array<Float>):Array<Dynamic>;
}
