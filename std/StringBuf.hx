import molt.Native.NativeText;

/** Text that grows by appending. **/
class StringBuf {
	var text:NativeText;

	/** Length of the text so far. **/
	public var length(get, never):Int;

	public inline function new() {
		text = new NativeText();
	}

	inline function get_length():Int {
		return text.length();
	}

	/** Appends the text of `x`, as Std.string gives it. **/
	public inline function add<T>(x:T):Void {
		text.add(x);
	}

	/** Appends the character of that code. **/
	public inline function addChar(c:Int):Void {
		text.addChar(c);
	}

	/** Appends `len` characters of `s` from `pos` on, all of them when `len` is left out. **/
	public inline function addSub(s:String, pos:Int, ?len:Int):Void {
		text.addSub(s, pos, len);
	}

	/** The text so far. **/
	public inline function toString():String {
		return text.toString();
	}
}
