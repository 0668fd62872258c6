package haxe;

import haxe.CallStack;

/**
	Base of exceptions, and what a value of any other type is wrapped into where it is caught as an exception
	(`haxe.ValueException`).
**/
class Exception {
	public var message(get, never):String;

	/** Where it was created or, when it wraps a value, thrown. **/
	public var stack(get, never):CallStack;

	public var previous(get, never):Null<Exception>;

	/** What is thrown: the wrapped value, or the exception itself. **/
	public var native(get, never):Any;

	@:noCompletion var __message:String;
	@:noCompletion var __previous:Null<Exception>;
	@:noCompletion var __native:Any;
	@:noCompletion var __nativeStack:Any;
	@:noCompletion var __stack:Null<CallStack>;
	@:noCompletion var __skip:Int = 0;

	/** What `catch (e:haxe.Exception)` gets for a thrown value. **/
	static function caught(value:Any):Exception {
		if (Std.isOfType(value, Exception))
			return value;
		return new ValueException(value, null, value);
	}

	/** What `throw value` throws: what a caught exception wraps is thrown again as it was. **/
	static function thrown(value:Any):Any {
		if (Std.isOfType(value, Exception)) {
			var e:Exception = value;
			return e.__native;
		}
		return value;
	}

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

	function unwrap():Any {
		return __native;
	}

	public function toString():String {
		return message;
	}

	/** Message, stack and previous exceptions. **/
	public function details():String {
		return CallStack.exceptionToString(this);
	}

	/** One more frame on top of the stack is not shown. **/
	@:noCompletion
	inline function __shiftStack():Void {
		__skip++;
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
			__stack = NativeStackTrace.toHaxe(__nativeStack, __skip);
		return __stack;
	}
}
