/** Text under construction. **/
class StringBuf {
	/** Number of UTF-16 units so far. **/
	public var length(get, never):Int;

	var text:{};

	public inline function new() {
		text = make();
	}

	inline function get_length():Int {
		return count(text);
	}

	/** Appends the text of `x`. **/
	public inline function add<T>(x:T):Void {
		append(text, x);
	}

	/** Appends the character of that code. **/
	public inline function addChar(c:Int):Void {
		appendChar(text, c);
	}

	/** Appends `len` characters of `s` from `pos` on, all that follow if it is left out. **/
	public inline function addSub(s:String, pos:Int, ?len:Int):Void {
		appendSub(text, s, pos, len);
	}

	public inline function toString():String {
		return read(text);
	}

	@:molt.native("molt_buf_new")
	static extern function make():{};

	@:molt.native("molt_buf_length")
	static extern function count(text:{}):Int;

	@:molt.native("molt_buf_add")
	static extern function append(text:{}, x:Dynamic):Void;

	@:molt.native("molt_buf_add_char")
	static extern function appendChar(text:{}, c:Int):Void;

	@:molt.native("molt_buf_add_sub")
	static extern function appendSub(text:{}, s:String, pos:Int, ?len:Int):Void;

	@:molt.native("molt_buf_to_string")
	static extern function read(text:{}):String;
}
