package haxe;

import haxe.CallStack.StackItem;

/** What is thrown. A value of any other type that is caught as an Exception comes wrapped in a ValueException. **/
class Exception {
	public var message(get, never):String;

	/** Where it was made. **/
	public var stack(get, never):CallStack;

	/** What led to it. **/
	public var previous(get, never):Null<Exception>;

	/** What was thrown in fact. **/
	public var native(get, never):Any;

	@:noCompletion var __message:String;
	@:noCompletion var __previous:Null<Exception>;
	@:noCompletion var __native:Any;
	@:noCompletion var __nativeStack:Array<Float>;
	@:noCompletion var __stack:Null<Array<StackItem>>;

	public function new(message:String, ?previous:Exception, ?native:Any) {
		__message = message;
		__previous = previous;
		if (native == null) {
			__native = this;
			__nativeStack = NativeStackTrace.callStack();
		} else {
			__native = native;
			__nativeStack = NativeStackTrace.exceptionStack();
		}
	}

	/** What a clause for exceptions gets. **/
	@:noCompletion
	static function caught(value:Any):Exception {
		return Std.isOfType(value, Exception) ? cast value : new ValueException(value, null, value);
	}

	/** What a throw of `value` throws. **/
	@:noCompletion
	static function thrown(value:Any):Any {
		return Std.isOfType(value, Exception) ? (cast value : Exception).native : value;
	}

	/** The value that was thrown. **/
	function unwrap():Any {
		return __native;
	}

	public function toString():String {
		return message;
	}

	/** Message, stack, and those of what led to it. **/
	public function details():String {
		return CallStack.exceptionToString(this);
	}

	function get_message():String {
		return __message;
	}

	function get_previous():Null<Exception> {
		return __previous;
	}

	final function get_native():Any {
		return __native;
	}

	function get_stack():CallStack {
		if (__stack == null)
			__stack = withoutConstructors(NativeStackTrace.toHaxe(__nativeStack));
		return __stack;
	}

	/** The stack begins where `new` stands, not inside the constructors that it runs. **/
	function withoutConstructors(items:Array<StackItem>):Array<StackItem> {
		var names = [], type:Class<Dynamic> = Type.getClass(this);
		while (type != null) {
			names.push(Type.getClassName(type));
			type = Type.getSuperClass(type);
		}
		var inside = 0;
		for (item in items) {
			switch (item) {
				case FilePos(Method(owner, "new"), _, _, _) if (names.contains(owner)):
					inside++;
				case _:
					break;
			}
		}
		return inside == 0 ? items : items.slice(inside);
	}
}
