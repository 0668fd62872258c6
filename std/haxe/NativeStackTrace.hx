package haxe;

import haxe.CallStack.StackItem;

/** Stacks as the runtime keeps them: return addresses, innermost first. Names and lines are looked up when somebody asks. **/
@:noCompletion
class NativeStackTrace {
	/** When this is thrown next, the trace of its first throw stays. **/
	@:molt.native("molt_exception_stack_keep")
	static public extern function saveStack(exception:Any):Void;

	/** Of the caller. **/
	static public function callStack():Any {
		return present();
	}

	/** Of the last throw on this thread. **/
	static public function exceptionStack():Any {
		return thrown();
	}

	static public function toHaxe(nativeStackTrace:Any, skip:Int = 0):Array<StackItem> {
		var stack:Array<StackItem> = [];
		if (nativeStackTrace == null)
			return stack;
		var parts = items(nativeStackTrace), i = 0;
		while (i + 2 < parts.length) {
			var name:String = parts[i], file:String = parts[i + 1], line:Int = parts[i + 2];
			i += 3;
			if (skip > 0) {
				skip--;
				continue;
			}
			var dot = name.lastIndexOf(".");
			var method = dot < 0 ? Method(null, name) : Method(name.substr(0, dot), name.substr(dot + 1));
			stack.push(FilePos(method, file, line));
		}
		return stack;
	}

	@:molt.native("molt_exception_call_stack")
	static extern function present():Array<Float>;

	@:molt.native("molt_exception_stack")
	static extern function thrown():Array<Float>;

	/** Function, file and line of each frame, one after the other. **/
	@:molt.native("molt_exception_stack_items")
	static extern function items(stack:Array<Float>):Array<Dynamic>;
}
